/** Takes a session that a person has found as the worker of a task. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { taskName } from '../workers/taskName';
import type { Command } from './command';
import { workerAction } from './workerAction';

export const adoptSession: Command = {
  id: commandIds.adoptSession,
  async run(context, argument) {
    const { store } = context.workers;
    const key = await chooseTask(context, argument, {
      title: 'Adopt Worker Session',
      placeHolder: 'For which task?',
      none: 'No task is in progress.',
      isUsual: (task) => store.of(task.key) !== undefined || task.status === 'in-progress',
    });
    if (key === undefined) return;
    const sessionKey = await vscode.window.showInputBox({
      title: `Adopt a Session for ${taskName(key, context)}`,
      prompt: 'The key or id of the session that works on this task',
      placeHolder: 'agent:main:subagent:…',
      ignoreFocusOut: true,
      validateInput: (text) =>
        /^\S{1,512}$/.test(text.trim()) ? undefined : 'A key without blanks, at most 512 letters.',
    });
    if (sessionKey !== undefined)
      await workerAction(context, key, { kind: 'adopt', sessionKey: sessionKey.trim() });
  },
};
