/** Says that what vanished from a queue was meant to. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { acceptChangeRequest } from '../../../server/src/protocol/guardMessages';
import { chooseQueue } from '../chooseQueue';
import type { Command } from './command';
import { inform } from '../notices';
import { noAnswer } from '../noAnswer';

export const acceptQueueChange: Command = {
  id: commandIds.acceptQueueChange,
  async run({ client, store }, argument) {
    const title = 'Accept Change of Queue as Intended';
    const uri = await chooseQueue(store.state.snapshot.queues, argument, title);
    if (uri === undefined) return;
    const hadAlarm = await client.request<boolean>(acceptChangeRequest, { uri });
    if (hadAlarm === undefined) throw new Error(noAnswer);
    if (!hadAlarm) void inform('No change of this queue waits to be accepted.');
  },
};
