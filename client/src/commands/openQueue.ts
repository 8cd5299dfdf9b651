/** Opens a queue file: the one of the node, the only one, or one to be picked. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { pickQueue } from '../chooseQueue';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command } from './command';

export const openQueue: Command = {
  id: commandIds.openQueue,
  async run({ store }, argument) {
    const uri = isQueueNode(argument)
      ? argument.target.uri
      : await pickQueue(store.state.snapshot.queues, 'Open Queue');
    if (uri !== undefined)
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri));
  },
};
