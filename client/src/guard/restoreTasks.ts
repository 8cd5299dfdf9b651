/** Has the server bring tasks back, saves the file if it was saved before, and says how it went. */
import * as vscode from 'vscode';
import {
  restoreLostRequest,
  type RestoreLostParams,
  type RestoreLostResult,
} from '../../../server/src/protocol/guardMessages';
import type { QueueClient } from '../languageClient';
import { openAsOnDisk } from '../openAsOnDisk';
import { restoredMessage } from './lostTaskWords';
import { inform, warn } from '../notices';
import { noAnswer } from '../noAnswer';

/** Restores into the queue. What was refused is shown; a file that cannot be edited is thrown. */
export async function restoreTasks(
  client: QueueClient,
  uri: string,
  tasks: RestoreLostParams['tasks'],
): Promise<void> {
  // Open, the edit is bound to the version that the server has read.
  const document = await openAsOnDisk(uri);
  const wasDirty = document.isDirty;
  const params: RestoreLostParams = { uri, tasks, useGit: vscode.workspace.isTrusted };
  const result = await client.request<RestoreLostResult>(restoreLostRequest, params);
  if (result?.kind !== 'restored') {
    const reason = result?.reason ?? noAnswer;
    void warn(`Nothing was restored. ${reason}`);
    return;
  }
  const isSaved = !wasDirty && (await document.save());
  const show = 'Show';
  const message = restoredMessage(result, isSaved);
  void inform(message, show).then((picked) => {
    if (picked === show) void vscode.window.showTextDocument(document);
  });
}
