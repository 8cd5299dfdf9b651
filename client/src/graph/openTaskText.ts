/** From a task of a graph to its text. */
import * as vscode from 'vscode';
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { showPlace } from '../commands/showPlace';

/** Opens the text where it does not cover the graph, if there is such a place; `toSide` always beside it. */
export async function openTaskText(
  { uri, range }: GraphTaskView,
  graphColumn: vscode.ViewColumn | undefined,
  toSide: boolean,
): Promise<void> {
  await showPlace(uri, range, toSide ? vscode.ViewColumn.Beside : otherColumn(graphColumn));
}

/** The column in which text is shown already, so that the graph stays in view; nothing when there is only one. */
function otherColumn(graphColumn: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== graphColumn)
    ?.viewColumn;
}
