/** Follows what a worker says. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import type { Command } from './command';
import { inform } from '../notices';

export const watchWorker: Command = {
  id: commandIds.watchWorker,
  async run(context, argument) {
    const { store, transcripts } = context.workers;
    const key = await chooseTask(context, argument, {
      title: 'Watch Worker',
      placeHolder: 'Of which task?',
      none: 'No worker was started from here.',
      isUsual: (task) => store.of(task.key) !== undefined,
    });
    if (key === undefined) return;
    const worker = store.of(key);
    if (worker !== undefined) await transcripts.watch(worker, key);
    else void inform('No worker was started for this task from here.');
  },
};
