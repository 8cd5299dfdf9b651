/** The world of the command line, handed in so that tests can run it in memory. */
import type { Engine } from '../session/engine';
import type { Files } from '../workspace/ports';
import type { Repositories } from '../workspace/repositories';
import type { WorkerEnvironment } from './workers/workerEnvironment';

export interface CliEnvironment {
  readonly cwd: string;
  readonly version: string;
  readonly files: Files;
  readonly engine: Engine;
  /** Where `verify` looks for claimed work. */
  readonly repositories: Repositories;
  /** Writes a text to a path, absolute; resolves to why it could not, undefined when it did. */
  readonly writeFile: (path: string, text: string) => Promise<string | undefined>;
  /** Ms since the epoch. */
  readonly now: () => number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours are welcome: a terminal, and nobody has said `NO_COLOR`. */
  readonly hasColours: boolean;
  readonly workers: WorkerEnvironment;
}

/** Exit statuses, as documented in the help. */
export const exitStatus = { clean: 0, findings: 1, failure: 2 } as const;
