/** Compares a queue with its last good content. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseQueue } from '../chooseQueue';
import { compareWithLastGood as compare } from '../guard/lastGoodContent';
import type { Command } from './command';

export const compareWithLastGood: Command = {
  id: commandIds.compareWithLastGood,
  async run({ store }, argument) {
    const { queues } = store.state.snapshot;
    const uri = await chooseQueue(queues, argument, 'Compare Queue with Last Good Content');
    if (uri !== undefined) await compare(uri);
  },
};
