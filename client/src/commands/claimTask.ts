/** Says that the work on a task is finished: it waits for its validation then. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { taskName } from '../workers/taskName';
import type { Command } from './command';
import { workerAction } from './workerAction';

export const claimTask: Command = {
  id: commandIds.claimTask,
  async run(context, argument) {
    const key = await chooseTask(context, argument, {
      title: 'Claim Task as Finished',
      placeHolder: 'Which task?',
      none: 'No task is in progress.',
      isUsual: ({ status }) => status === 'in-progress',
    });
    if (key === undefined) return;
    const summary = await vscode.window.showInputBox({
      title: `Claim ${taskName(key, context)} as Finished`,
      prompt: 'What was done, in a sentence; may stay empty',
      ignoreFocusOut: true,
    });
    if (summary === undefined) return;
    const said = summary.trim();
    await workerAction(context, key, { kind: 'claim', ...(said === '' ? {} : { summary: said }) });
  },
};
