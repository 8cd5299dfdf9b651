/** Shows in the tree only what a query finds, or everything again. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { askQuery } from '../query/askQuery';
import { pickQuery } from '../query/pickQuery';
import type { Command } from './command';

export const filterQueue: Command = {
  id: commandIds.filterQueue,
  async run({ client, filter }) {
    const text = await pickQuery({
      title: 'Filter Queue',
      value: filter.state?.text ?? '',
      ask: (query, caret) => askQuery(client, query, { caret }),
    });
    if (text !== undefined) await filter.set(text);
  },
};

export const clearQueueFilter: Command = {
  id: commandIds.clearQueueFilter,
  run: ({ filter }) => filter.set(''),
};
