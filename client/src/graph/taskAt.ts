/** From a place in a file to the task of a graph. */
import * as vscode from 'vscode';
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';

/** The task of that file which begins at `line` or last above it, at any of its places; nothing for other files. */
export function taskAt(
  graph: GraphSnapshot | undefined,
  uri: string,
  line: number,
): GraphTaskView | undefined {
  let best: GraphTaskView | undefined;
  let bestLine = -1;
  for (const task of graph?.tasks ?? []) {
    for (const { start } of [task.range, ...(task.repeats ?? [])]) {
      if (start.line > line || start.line < bestLine) continue;
      if (vscode.Uri.parse(task.uri).toString() !== uri) break;
      [best, bestLine] = [task, start.line];
    }
  }
  return best;
}
