/** Shows the log of extension and language server. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Command } from './command';

export const showLog: Command = {
  id: commandIds.showLog,
  run: ({ log }) => {
    log.show();
  },
};
