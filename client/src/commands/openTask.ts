/** Goes to a task: the one of the node, or one to be picked. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { allNodes } from '../tree/findNode';
import { queueNodes, type QueueNode } from '../tree/queueNodes';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command } from './command';
import { showPlace } from './showPlace';

export const openTask: Command = {
  id: commandIds.openTask,
  async run({ store }, argument) {
    const node = isQueueNode(argument)
      ? argument
      : await pickTask(queueNodes(store.state.snapshot));
    if (node !== undefined) await showPlace(node.target.uri, node.target.range);
  },
};

async function pickTask(nodes: readonly QueueNode[]): Promise<QueueNode | undefined> {
  const items = allNodes(nodes)
    .filter(({ kind }) => kind === 'task')
    .map((node) => ({
      label: `$(${node.icon.id}) ${node.label}`,
      description: node.description,
      node,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Go to Task',
    placeHolder:
      items.length === 0 ? 'No queue of this workspace has a task' : 'Id, status or title',
    matchOnDescription: true,
  });
  return picked?.node;
}
