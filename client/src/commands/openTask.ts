/** Goes to a task: the one of the node, or one to be picked. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { askQuery } from '../query/askQuery';
import { pickTaskByQuery } from '../query/pickTaskByQuery';
import { allNodes } from '../tree/findNode';
import { queueNodes, type QueueNode } from '../tree/queueNodes';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command, CommandContext } from './command';
import { showPlace } from './showPlace';

export const openTask: Command = {
  id: commandIds.openTask,
  async run(context, argument) {
    const node = isQueueNode(argument) ? argument : await pickTask(context);
    if (node !== undefined) await showPlace(node.target.uri, node.target.range);
  },
};

async function pickTask({ client, store }: CommandContext): Promise<QueueNode | undefined> {
  const items = allNodes(queueNodes(store.state.snapshot))
    .filter(({ kind }) => kind === 'task')
    .map((node) => ({
      label: `$(${node.icon.id}) ${node.label}`,
      description: node.description,
      key: node.id,
      node,
    }));
  const picked = await pickTaskByQuery(items, 'Go to Task', (text) => askQuery(client, text));
  return picked?.node;
}
