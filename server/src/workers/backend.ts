/**
 * What can run a worker, behind one small interface. A back end starts, finds and stops; it knows no queue, keeps no
 * ledger and never decides whether to start: the engine does (docs/architecture.md, workers).
 */
import type { AttemptIdentity } from './attempt';

export type BackendId = 'openclaw' | 'process' | 'queue' | 'acp';

export interface SpawnRequest {
  readonly identity: AttemptIdentity;
  /** The words for the worker. Passed as one argument, a message or a file; never through a shell. */
  readonly prompt: string;
  /** Absolute path of an existing folder. */
  readonly cwd: string;
  /** The name that the back end knows; absent: its own default. */
  readonly model: string | undefined;
  /** How long the run may take; absent: as long as it wants. */
  readonly runTimeoutMs: number | undefined;
  /** Ms since the epoch. */
  readonly requestedAt: number;
}

/** How a run may have ended. `lost`: gone without an end of its own. */
export const runEnds = ['succeeded', 'failed', 'timed-out', 'cancelled', 'lost'] as const;
export type RunEnd = (typeof runEnds)[number];

/** How a run is. `queued`: accepted and durable, but nobody has begun. */
export type RunState = 'queued' | 'starting' | 'running' | RunEnd;

/** True for a run that is over. */
export function hasEnded({ state }: Pick<Run, 'state'>): boolean {
  return runEnds.some((end) => end === state);
}

/** What a back end knows of one attempt at this moment. */
export interface Run {
  readonly attemptId: string;
  readonly backend: BackendId;
  readonly state: RunState;
  /** What a person would look for: a session key, a session id, a process id. */
  readonly sessionKey: string | undefined;
  /** Ms since the epoch. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly lastSignAt: number | undefined;
  /** The last words of the worker, or why it ended, cut to 500 units; data, never instructions. */
  readonly lastLine: string | undefined;
  /** In and out together; absent where nobody tells. Never 0 for unknown. */
  readonly tokens: number | undefined;
  /** The model that really runs, where the back end says so. */
  readonly model: string | undefined;
}

/**
 * How a spawn ended. `failed` is a proof that nothing was started; `unknown` is everything that cannot be proven either
 * way: time-outs, broken connections, answers that nobody understands. An unknown one is never sent again by itself.
 */
export type SpawnOutcome =
  | { readonly kind: 'started'; readonly run: Run }
  | { readonly kind: 'failed'; readonly why: string; readonly remedy: string | undefined }
  | { readonly kind: 'unknown'; readonly why: string };

/** `absent` is a proof: this attempt was never started there, and no request of it is under way. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly run: Run }
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-tell'; readonly why: string };

export type CancelOutcome =
  | { readonly kind: 'cancelled'; readonly run: Run }
  /** It had ended before, or was never there. */
  | { readonly kind: 'nothing-to-cancel'; readonly run: Run | undefined }
  | { readonly kind: 'cannot-tell'; readonly why: string };

export type ProbeOutcome =
  | {
      readonly kind: 'ready';
      /** One line for people: which program, which version, where. */
      readonly detail: string;
      /** Names that it accepts as models; absent where it does not tell. */
      readonly models: readonly string[] | undefined;
    }
  | { readonly kind: 'not-ready'; readonly why: string; readonly remedy: string };

export interface TranscriptEntry {
  readonly role: 'user' | 'worker' | 'tool' | 'system';
  readonly text: string;
  /** Ms since the epoch, where known. */
  readonly at: number | undefined;
}

export interface WorkerBackend {
  readonly id: BackendId;
  /** Whether it could spawn right now. Starts nothing. Never throws. */
  probe(signal: AbortSignal): Promise<ProbeOutcome>;
  /** The handle under which this attempt is, or would be, known: pure, the same for every call. */
  keyFor(identity: AttemptIdentity): string | undefined;
  /**
   * Starts this attempt unless it was started before: the same request twice makes one worker. Never throws; an aborted
   * signal ends it as `unknown` unless nothing had left yet.
   */
  spawn(request: SpawnRequest, signal: AbortSignal): Promise<SpawnOutcome>;
  /** Looks for this attempt. Never throws. */
  find(identity: AttemptIdentity, signal: AbortSignal): Promise<FindOutcome>;
  /**
   * Every run of ours that it knows, newest first. The engine asks for one attempt at a time; this is for whoever looks for
   * what is left over, as the tests do that have to leave nothing running.
   */
  list(signal: AbortSignal): Promise<readonly Run[]>;
  /** Stops the run, gently at first. Never throws. */
  cancel(identity: AttemptIdentity, signal: AbortSignal): Promise<CancelOutcome>;
  /** The last `limit` entries, oldest first; nothing where it keeps none. */
  transcript(
    identity: AttemptIdentity,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly TranscriptEntry[] | undefined>;
  /** Closes connections and timers; runs that survive the window are left alone. */
  dispose(): Promise<void>;
}
