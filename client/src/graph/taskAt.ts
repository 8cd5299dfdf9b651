/** From a place in a file to the task of a graph. */
import * as vscode from 'vscode';
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';

/** The task of that file which begins at `line` or last above it; nothing for other files. */
export function taskAt(
  graph: GraphSnapshot | undefined,
  uri: string,
  line: number,
): GraphTaskView | undefined {
  let best: GraphTaskView | undefined;
  for (const task of graph?.tasks ?? []) {
    const start = task.range.start.line;
    if (start > line || (best !== undefined && start < best.range.start.line)) continue;
    if (vscode.Uri.parse(task.uri).toString() === uri) best = task;
  }
  return best;
}
