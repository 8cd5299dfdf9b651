/** Starts a worker for a task. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { startWorker } from '../workers/startWorker';
import type { Command } from './command';

export const spawnWorker: Command = {
  id: commandIds.spawnWorker,
  async run(context, argument) {
    const key = await chooseTask(context, argument, {
      title: 'Spawn Worker',
      placeHolder: 'For which task? Those that are ready',
      none: 'No task is ready.',
      isUsual: ({ ready }) => ready,
    });
    if (key !== undefined) await startWorker(context, key, 'spawn');
  },
};
