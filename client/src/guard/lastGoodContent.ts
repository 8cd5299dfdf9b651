/** Shows the last good content of a queue as a read-only document, for comparing. */
import * as vscode from 'vscode';
import { lastGoodRequest } from '../../../server/src/protocol/guardMessages';
import type { QueueClient } from '../languageClient';

const scheme = 'proactive-jobs-last-good';

/** Answers documents of our scheme with what the server holds as good. */
export function provideLastGood(client: QueueClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async (uri) =>
      (await client.request<string>(lastGoodRequest, { uri: uri.query })) ?? '',
  });
}

/** Opens the last good content beside the present one. */
export async function compareWithLastGood(uri: string): Promise<void> {
  const now = vscode.Uri.parse(uri);
  // The time makes it a new document each time: what is good changes, and the editor keeps old answers.
  const good = now.with({ scheme, authority: '', query: uri, fragment: String(Date.now()) });
  const name = now.path.split('/').pop() ?? uri;
  const title = `${name} (last good content ↔ now)`;
  await vscode.commands.executeCommand('vscode.diff', good, now, title, { preview: true });
}
