/** What the session works with: the core, and the world. */
import type { Clock, Files, Logger } from '../workspace/ports';
import type { Engine } from './engine';

export interface SessionPorts {
  readonly engine: Engine;
  readonly files: Files;
  readonly clock: Clock;
  readonly logger: Logger;
}
