/** Shows what a start would do, and the words for the worker, as a document to edit. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseTask } from '../workers/chooseTask';
import { planOf } from '../workers/startWorker';
import type { Command } from './command';

export const previewPrompt: Command = {
  id: commandIds.previewPrompt,
  async run(context, argument) {
    const key = await chooseTask(context, argument, {
      title: 'Preview Worker Prompt',
      placeHolder: 'Of which task?',
      none: 'No task is open.',
      isUsual: ({ status }) => !['complete', 'validated', 'cancelled'].includes(status),
    });
    const plan = key === undefined ? undefined : await planOf(context, key);
    if (plan !== undefined) await context.workers.prompts.preview(plan);
  },
};
