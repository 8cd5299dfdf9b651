/** Opens a queue file: the one of the node, the only one, or one to be picked. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { QueueView } from '../../../server/src/protocol/snapshot';
import { plainLabel } from '../plainLabel';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command } from './command';

export const openQueue: Command = {
  id: commandIds.openQueue,
  async run({ store }, argument) {
    const uri = isQueueNode(argument)
      ? argument.target.uri
      : (await chooseQueue(store.state.snapshot.queues))?.uri;
    if (uri !== undefined)
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri));
  },
};

async function chooseQueue(queues: readonly QueueView[]): Promise<QueueView | undefined> {
  if (queues.length < 2) return queues[0];
  const items = queues.map((queue) => ({
    label: plainLabel(queue.name),
    description: `${queue.done}/${queue.total}`,
    queue,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Open Queue' });
  return picked?.queue;
}
