/** Log lines as the client shows them: a short event name and its data. */
import type { RemoteConsole } from 'vscode-languageserver/node';
import { logLine } from '../workspace/logLine';
import type { Logger } from '../workspace/ports';

/** A logger that writes to the client's log. */
export function connectionLogger(console: RemoteConsole): Logger {
  return {
    debug: (event, data) => {
      console.debug(logLine(event, data));
    },
    info: (event, data) => {
      console.info(logLine(event, data));
    },
    warn: (event, data) => {
      console.warn(logLine(event, data));
    },
    error: (event, data) => {
      console.error(logLine(event, data));
    },
  };
}
