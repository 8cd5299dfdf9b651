/** Opens a file at a place. */
import * as vscode from 'vscode';
import type { RangeView } from '../../../server/src/protocol/snapshot';

/** Shows the file with the cursor at the start of `range`; in the active column unless another one is given. */
export async function showPlace(
  uri: string,
  range: RangeView,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const { line, character } = range.start;
  const selection = new vscode.Range(line, character, line, character);
  // Not `showTextDocument`: it keeps the document alive for minutes after its editor is closed.
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), {
    selection,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}
