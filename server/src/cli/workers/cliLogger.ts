/** What the engine says while it works, for the command line: warnings and worse go to the error stream. */
import { logLine } from '../../workspace/logLine';
import type { Logger } from '../../workspace/ports';
import { oneLine } from './sentences';

export function cliLogger({ err }: { readonly err: (text: string) => void }): Logger {
  const silent = (): void => undefined;
  const told: Logger['warn'] = (event, data) => {
    err(`proactive-jobs: ${oneLine(logLine(event, data), 1_000)}\n`);
  };
  return { debug: silent, info: silent, warn: told, error: told };
}
