/** Completes a task: with a verdict that has passed, or with a person's reason, which is logged. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { taskName } from '../workers/taskName';
import type { Command } from './command';
import { say, workerAction } from './workerAction';
import { warn } from '../notices';

export const completeTask: Command = {
  id: commandIds.completeTask,
  async run(context, argument) {
    const key = await chooseTask(context, argument, {
      title: 'Complete Task',
      placeHolder: 'Which task?',
      none: 'No task waits for its validation.',
      isUsual: ({ status }) => ['needs-validation', 'self-validated'].includes(status),
    });
    if (key === undefined) return;
    const result = await workerAction(context, key, { kind: 'complete' }, true);
    if (result.kind === 'done') return say(result);
    const override = 'Complete Anyway...';
    const message = `${result.why} ${result.remedy}`;
    if ((await warn(message, override)) !== override) return;
    const reason = await vscode.window.showInputBox({
      title: `Complete ${taskName(key, context)} without a Verdict`,
      prompt: 'Why? The reason is written to the ledger.',
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? 'A reason is needed.' : undefined),
    });
    if (reason !== undefined)
      await workerAction(context, key, { kind: 'complete', reason: reason.trim() });
  },
};
