/** What the suite for back ends has to know of each: the world it lives in, and what it promises. */
import type { AttemptIdentity } from '../../../server/src/workers/attempt';
import type { RunState, SpawnRequest, WorkerBackend } from '../../../server/src/workers/backend';

/** A place of its own for one test, in which several instances of the back end can be opened, as after a restart. */
export interface BackendWorld {
  /** Absolute path of an existing folder for the workers. */
  readonly cwd: string;
  readonly model?: string;
  /** Another instance, as a second window or a restarted one would have. The suite disposes of it. */
  open(): Promise<WorkerBackend>;
  /** How many workers were really started for the attempt, by a witness other than the back end. */
  starts(identity: AttemptIdentity): Promise<number>;
  /** Stops what is left and clears away. */
  close(): Promise<void>;
}

/** What differs between back ends; each absence is a promise that the suite then holds it to. */
export interface BackendTraits {
  /**
   * The words that make its workers finish, fail, or run until they are stopped. The suite adds the attempt's id to each,
   * so that the world can tell one attempt from another by what its worker was told.
   */
  readonly prompts: { readonly finish: string; readonly fail: string; readonly hang: string };
  /** False where nobody runs the workers in the test, as in a queue that is not drained: they stay `queued`. */
  readonly runs: boolean;
  /** How a worker whose task went wrong ends; `succeeded` where the protocol does not tell. */
  readonly failsAs?: RunState;
  /** False when the runs end with the instance that started them. */
  readonly survivesRestart: boolean;
  /** False where nobody can be asked what was said: then there is no transcript, rather than an empty one. */
  readonly keepsTranscript: boolean;
  /** What `find` of a fresh instance says of a run that did not survive. */
  readonly afterRestart?: 'absent' | 'cannot-tell' | 'lost';
  /** Makes a request of it that provably starts nothing; absent where there is none. */
  readonly refused?: (request: SpawnRequest) => SpawnRequest;
}
