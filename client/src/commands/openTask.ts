/** Goes to a task: the one of the node, or one to be picked. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { askQuery } from '../query/askQuery';
import { pickTaskByQuery } from '../query/pickTaskByQuery';
import type { QueueNode } from '../tree/queueNode';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command, CommandContext } from './command';
import { showPlace } from './showPlace';
import { taskItems } from './taskItems';

export const openTask: Command = {
  id: commandIds.openTask,
  async run(context, argument) {
    const node = isQueueNode(argument) ? argument : await pickTask(context);
    if (node !== undefined) await showPlace(node.target.uri, node.target.range);
  },
};

async function pickTask({ client, store }: CommandContext): Promise<QueueNode | undefined> {
  const items = taskItems(store.state.snapshot);
  const picked = await pickTaskByQuery(items, 'Go to Task', (text) => askQuery(client, text));
  return picked?.node;
}
