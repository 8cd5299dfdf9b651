/** Searches the workspace for queues again. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Command } from './command';

export const refresh: Command = {
  id: commandIds.refresh,
  run: ({ client }) => client.rescan(),
};
