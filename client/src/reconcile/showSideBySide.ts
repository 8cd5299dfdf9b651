/** Shows the two places of a disagreement beside each other. */
import * as vscode from 'vscode';
import type { DisagreementView } from '../../../server/src/protocol/reconcileMessages';
import type { RangeView } from '../../../server/src/protocol/snapshot';

/**
 * The queue in the first column, the progress file in the second, each as a preview with its words selected. Rejects
 * when one of the files cannot be opened any more.
 */
export async function showSideBySide({ queue, progress }: DisagreementView): Promise<void> {
  await show(queue.uri, queue.range, vscode.ViewColumn.One);
  await show(progress.uri, progress.range, vscode.ViewColumn.Two);
}

async function show(
  uri: string,
  { start, end }: RangeView,
  viewColumn: vscode.ViewColumn,
): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    viewColumn,
    selection,
    preview: true,
  });
}
