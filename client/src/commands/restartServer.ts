/** Stops the language server and starts a new one. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Command } from './command';

export const restartServer: Command = {
  id: commandIds.restartServer,
  run: ({ client }) => client.restart(),
};
