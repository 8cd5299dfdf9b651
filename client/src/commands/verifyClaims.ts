/** Looks for what a task's progress files claim, and lists the answers; a click goes to the claim. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { TaskView } from '../../../server/src/protocol/snapshot';
import {
  verifyClaimsRequest,
  type VerifyClaimsResult,
} from '../../../server/src/protocol/verifyMessages';
import { claimantItems } from '../claims/claimantItems';
import { claimItems, claimSummary } from '../claims/claimItems';
import { isQueueNode } from '../tree/isQueueNode';
import { allTasks } from '../tree/tasksIn';
import type { Command } from './command';
import { warn } from '../notices';
import { noAnswer } from '../noAnswer';

export const verifyClaims: Command = {
  id: commandIds.verifyClaims,
  async run({ client, store }, argument) {
    const tasks = allTasks(store.state.snapshot);
    const given = isQueueNode(argument) ? argument.key : argument;
    const key = typeof given === 'string' ? given : await pickTask(tasks);
    if (key === undefined) return;
    const where = { location: vscode.ProgressLocation.Window, title: 'Verifying claims' };
    const result = await vscode.window.withProgress(where, () =>
      client.request<VerifyClaimsResult>(verifyClaimsRequest, { key }),
    );
    if (result?.kind !== 'verified') {
      const reason = result?.reason ?? noAnswer;
      void warn(`Nothing was verified. ${reason}`);
      return;
    }
    const picked = await vscode.window.showQuickPick([...claimItems(result.files)], {
      title: `Claims of ${result.id}: ${claimSummary(result.files)}`,
      placeHolder: 'Go to a claim',
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (picked === undefined) return;
    const selection = new vscode.Range(picked.line, 0, picked.line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(picked.uri), { selection });
  },
};

async function pickTask(tasks: readonly TaskView[]): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick([...claimantItems(tasks)], {
    title: 'Verify Claims of Task',
    placeHolder: 'Whose claims?',
    matchOnDescription: true,
  });
  return picked?.key;
}
