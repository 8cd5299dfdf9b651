/** Puts the last attempt at a task aside and starts another worker: always a person's decision. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { startWorker } from '../workers/startWorker';
import type { Command } from './command';

export const retryWorker: Command = {
  id: commandIds.retryWorker,
  async run(context, argument) {
    const { store } = context.workers;
    const key = await chooseTask(context, argument, {
      title: 'Retry with a New Worker',
      placeHolder: 'Which task?',
      none: 'No task has failed, and no worker was started from here.',
      isUsual: (task) => task.status === 'failed' || store.of(task.key) !== undefined,
    });
    if (key !== undefined) await startWorker(context, key, 'retry');
  },
};
