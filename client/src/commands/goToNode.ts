/** Goes to what a node of the tree stands for; nothing without a node. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command } from './command';
import { showPlace } from './showPlace';

export const goToNode: Command = {
  id: commandIds.goToNode,
  async run(_context, argument) {
    if (isQueueNode(argument)) await showPlace(argument.target.uri, argument.target.range);
  },
};
