/** Shows the dependency graph of a queue. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseQueue } from '../chooseQueue';
import type { Command } from './command';

export const showGraph: Command = {
  id: commandIds.showGraph,
  async run({ store, graphs }, argument) {
    const uri = await chooseQueue(store.state.snapshot.queues, argument, 'Show Dependency Graph');
    if (uri !== undefined) graphs.open(uri);
  },
};
