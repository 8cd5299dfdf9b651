/** What the engine says while it works: the results say what matters, so only our own troubles are told besides. */
import { logLine } from '../../workspace/logLine';
import type { Logger } from '../../workspace/ports';
import { reasonOf } from '../../workers/backends/reasonOf';
import { oneLine } from './sentences';

/** Only errors are told, a line each on the error stream; everything else is silent. */
export function cliLogger({ err }: { readonly err: (text: string) => void }): Logger {
  const silent = (): void => undefined;
  /** One trouble may be in the way of several things. */
  const reasons = new Set<string>();
  // Where in the program it happened is of no use to anybody here.
  const told: Logger['error'] = (event, { error, ...rest } = {}) => {
    const reason = error === undefined ? undefined : reasonOf(error);
    if (reason !== undefined && reasons.has(reason)) return;
    if (reason !== undefined) reasons.add(reason);
    const data = reason === undefined ? rest : { ...rest, error: reason };
    err(`proactive-jobs: ${oneLine(logLine(event, data), 1_000)}\n`);
  };
  return { debug: silent, info: silent, warn: silent, error: told };
}
