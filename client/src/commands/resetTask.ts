/** Puts the last attempt aside and the task back to pending; the history stays. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { taskName } from '../workers/taskName';
import type { Command } from './command';
import { say, sure, workerAction } from './workerAction';

export const resetTask: Command = {
  id: commandIds.resetTask,
  async run(context, argument) {
    const { store } = context.workers;
    const key = await chooseTask(context, argument, {
      title: 'Reset Task to Pending',
      placeHolder: 'Which task?',
      none: 'No task is in progress, failed or blocked.',
      // One that is held although its queue says pending can be released here, too.
      isUsual: ({ key: task, status }) =>
        ['in-progress', 'failed', 'blocked'].includes(status) || store.of(task)?.isHeld === true,
      offersGone: true,
    });
    if (key === undefined) return;
    const name = taskName(key, context);
    const isGone = store.of(key)?.goneKey !== undefined;
    const question = isGone ? `Put the attempt at ${name} aside?` : `Put ${name} back to pending?`;
    const detail = isGone
      ? 'No queue has the task any more. The slot is free afterwards; the history stays in the ledger.'
      : 'The attempt is put aside; its history stays in the ledger.';
    if (!(await sure(question, detail, 'Reset'))) return;
    const result = await workerAction(context, key, { kind: 'reset' }, true);
    if (result.kind === 'refused' && result.canBeReleased === true) {
      // What nobody can tell from here, a person may know.
      if (await sure(result.why, result.remedy, 'Nobody Works on It'))
        await workerAction(context, key, { kind: 'reset', hasLooked: true });
    } else say(result);
  },
};
