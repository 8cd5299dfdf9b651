/** Stops a worker: gently at first, and its slot is free only once it is surely gone. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { taskName } from '../workers/taskName';
import type { Command } from './command';
import { sure, workerAction } from './workerAction';

export const stopWorker: Command = {
  id: commandIds.stopWorker,
  async run(context, argument) {
    const { store } = context.workers;
    const key = await chooseTask(context, argument, {
      title: 'Stop Worker',
      placeHolder: 'Of which task?',
      none: 'No worker is running that was started from here.',
      isUsual: (task) => store.of(task.key)?.isHeld === true,
      offersGone: true,
    });
    if (key === undefined) return;
    const detail = 'What it has done so far stays. Its slot is free once it is surely gone.';
    if (await sure(`Stop the worker of ${taskName(key, context)}?`, detail, 'Stop'))
      await workerAction(context, key, { kind: 'cancel' });
  },
};
