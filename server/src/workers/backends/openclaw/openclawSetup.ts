/** What the `openclaw` back end is made from; whoever makes one vouches for it. */
import type { Logger } from '../../../workspace/ports';
import type { WorkerClock } from '../../workerPorts';
import type { GatewaySocketOptions, GatewaySocketOutcome } from './gatewaySocket';

export interface OpenclawSetup {
  /** `ws://` on this machine, `wss://` elsewhere; without user, password, query or fragment. */
  readonly url: string;
  /** The agent of the gateway that does the work, such as `main`. */
  readonly agentId: string;
  /** How long one request may take, in ms. */
  readonly requestTimeoutMs: number;
  /** How long a probe waits for the gateway's greeting, in ms; 2,000 unless told (workers.md 4.1). */
  readonly greetingTimeoutMs?: number;
  /**
   * After how long a spawn begins no further try and is `unknown`, in ms; 60,000 unless told (workers.md 4.4).
   */
  readonly spawnDeadlineMs?: number;
  /** The token that belongs to this very URL; nothing where none is kept. Asked for at each connection. */
  token(): Promise<string | undefined>;
  readonly clock: WorkerClock;
  readonly logger: Logger;
  /** Opens a connection; the library does unless a test brings its own. */
  readonly connect?: (options: GatewaySocketOptions) => Promise<GatewaySocketOutcome>;
}
