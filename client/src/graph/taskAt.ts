/** From a place in a file to the task of a graph. Pure: no editor. */
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { lastAbove } from '../lastAbove';

/** The task of that file which begins at `line` or last above it, at any of its places; nothing for other files. */
export function taskAt(
  graph: GraphSnapshot | undefined,
  uri: string,
  line: number,
): GraphTaskView | undefined {
  const own = graph?.tasks.filter((task) => task.uri === uri) ?? [];
  return lastAbove(own, line, ({ range, repeats = [] }) => [range, ...repeats]);
}
