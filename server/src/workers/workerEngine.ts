/** What editor and command line ask of the engine. `openWorkerEngine` makes one; every face holds its own. */
import type { TaskKey } from '../core/model/taskKey';
import type { Obstacle } from '../core/spawn/obstacle';
import type { AttemptIdentity, AttemptState } from './attempt';
import type { BackendId, Run, TranscriptEntry } from './backend';

export type { Obstacle } from '../core/spawn/obstacle';

/** Everything that would happen, before it does: no file is written for it. */
export interface SpawnPlan {
  readonly key: TaskKey;
  readonly identity: AttemptIdentity;
  /** Empty: it can start. All of them at once. */
  readonly obstacles: readonly Obstacle[];
  readonly backend: BackendId | undefined;
  /** Which back end was chosen and why the ones before it were not, one sentence each. */
  readonly backendReasons: readonly string[];
  readonly model: string | undefined;
  readonly cwd: string;
  readonly prompt: string;
  /** What a person should know of the prompt, one sentence each: something was left out, cut or asked for in vain. */
  readonly promptNotes: readonly string[];
  /** Files of the workspace that the worker is told to touch, as the task names them. */
  readonly files: readonly string[];
  /** The attempt that is under way, where one is. */
  readonly held: WorkerView | undefined;
}

export interface SpawnOptions {
  /** Absent or `auto`: the first one that answers, in the order openclaw, process, queue. */
  readonly backend?: BackendId | 'auto';
  /** Replaces the words of the template for this attempt. */
  readonly prompt?: string;
  /** Start although the slots are full. */
  readonly overrideSlots?: boolean;
}

export type SpawnResult =
  | { readonly kind: 'started'; readonly worker: WorkerView; readonly recorded: Recorded }
  | {
      readonly kind: 'unknown';
      readonly worker: WorkerView;
      readonly why: string;
      readonly recorded: Recorded;
    }
  /** An attempt is under way already: this call has started nothing. */
  | { readonly kind: 'exists'; readonly worker: WorkerView }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] }
  /** Provably nothing was started; the queue is as before. */
  | { readonly kind: 'failed'; readonly why: string; readonly remedy: string | undefined };

/** Whether the queue says so, too. */
export type Recorded =
  { readonly kind: 'recorded' } | { readonly kind: 'not-recorded'; readonly why: string };

/** An attempt with what is known of its worker now. */
export interface WorkerView {
  readonly identity: AttemptIdentity;
  /** Absent when the queue no longer has the task. */
  readonly key: TaskKey | undefined;
  /** Where its queue had the task, once none has it: by this the attempt is stopped or put aside. Else absent. */
  readonly goneKey: TaskKey | undefined;
  readonly backend: BackendId | 'hand-off';
  readonly state: AttemptState;
  readonly run: Run | undefined;
  /** Ms since the epoch. */
  readonly requestedAt: number;
  readonly sessionKey: string | undefined;
  readonly model: string | undefined;
  /** Why a person should look, in a sentence; absent while all is well. */
  readonly needsYou: string | undefined;
}

export type ActionResult =
  | { readonly kind: 'done'; readonly worker: WorkerView | undefined; readonly said: string }
  | {
      readonly kind: 'refused';
      readonly why: string;
      readonly remedy: string;
      /** The same is done once a person has looked where we cannot, and says so. */
      readonly canBeReleased?: true;
    };

export interface WorkerEngine {
  /** Preflight and preview; where nothing can be told of the task at all, what is in the way of that. */
  plan(key: TaskKey, options?: SpawnOptions): Promise<SpawnPlan | Obstacle>;
  spawn(key: TaskKey, options?: SpawnOptions): Promise<SpawnResult>;
  /**
   * Closes an unknown, failed or ended attempt and starts the next one. For a task that no queue declares any more, what
   * is over gives its slot back, and nothing is started.
   */
  retry(key: TaskKey, options?: SpawnOptions): Promise<SpawnResult>;
  /** Stops the worker, also of a task that has gone; the slot is free only once that is proven. */
  cancel(key: TaskKey): Promise<ActionResult>;
  /**
   * Puts the attempt aside, also of a task that has gone, and the task back to pending; history stays. Refused while the worker may live, unless a
   * person has looked where we cannot: `hasLooked` releases what no back end can tell of, never a worker that is seen.
   */
  reset(key: TaskKey, person?: { readonly hasLooked?: boolean }): Promise<ActionResult>;
  /** Takes a session that a person has found as the worker of the attempt. */
  adopt(key: TaskKey, sessionKey: string): Promise<ActionResult>;
  /** Notes that the prompt was given to something that we cannot ask: a chat, a terminal, the clipboard. */
  handOff(key: TaskKey, to: 'chat' | 'terminal' | 'clipboard'): Promise<ActionResult>;
  /** The worker says that it has finished: needs-validation, with the checklist. */
  claim(key: TaskKey, report: { readonly summary?: string }): Promise<ActionResult>;
  /** Needs a PASS verdict, or a reason, which is logged. */
  complete(key: TaskKey, override: { readonly reason?: string }): Promise<ActionResult>;
  /** Every attempt that is held or ended lately, newest first, as the ledger and the back ends have it. */
  workers(): Promise<readonly WorkerView[]>;
  transcript(key: TaskKey, limit: number): Promise<readonly TranscriptEntry[] | undefined>;
  /** Asks the back ends about everything that is not certain, writes down what is learnt, drains the file queue. */
  reconcile(): Promise<readonly WorkerView[]>;
  dispose(): Promise<void>;
}
