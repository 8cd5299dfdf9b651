/** Shows a task in the dependency graph: that of the node or the lens, or the one at the cursor. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseGraphTask } from '../graph/chooseGraphTask';
import type { Command } from './command';

export const showInGraph: Command = {
  id: commandIds.showInGraph,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Show Task in Graph');
    if (chosen !== undefined) context.graphs.open(chosen.queueUri, chosen.task.key);
  },
};
