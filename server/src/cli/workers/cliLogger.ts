/** What the engine says while it works: the results say what matters, so only our own troubles are told besides. */
import { logLine } from '../../workspace/logLine';
import type { Logger } from '../../workspace/ports';
import { oneLine } from './sentences';

/** Only errors are told, a line each on the error stream; everything else is silent. */
export function cliLogger({ err }: { readonly err: (text: string) => void }): Logger {
  const silent = (): void => undefined;
  const told: Logger['error'] = (event, data) => {
    err(`proactive-jobs: ${oneLine(logLine(event, data), 1_000)}\n`);
  };
  return { debug: silent, info: silent, warn: silent, error: told };
}
