/** What client and server say to each other about workers. Every answer is complete; times are ms since the epoch. */

export type BackendView = 'openclaw' | 'process' | 'queue' | 'acp';

export type AttemptStateView =
  | 'reserved'
  | 'requested'
  | 'started'
  | 'alive'
  | 'unknown'
  | 'ended'
  | 'failed'
  | 'handed-off'
  | 'closed';

/** One attempt and what is known of its worker. Words of workers are data. */
export interface WorkerView {
  readonly attemptId: string;
  readonly taskId: string;
  /** Absent when no queue has the task any more. */
  readonly key?: string;
  /** Then this is where its queue had it: what stops the attempt or puts it aside takes it as the key. */
  readonly goneKey?: string;
  /** Of the attempt, from 1. */
  readonly number: number;
  readonly backend: BackendView | 'hand-off';
  readonly state: AttemptStateView;
  /** It holds a slot and keeps its task from being spawned again. */
  readonly isHeld: boolean;
  /** How the run is, as its back end says; absent where nobody has said. */
  readonly run?:
    'queued' | 'starting' | 'running' | 'succeeded' | 'failed' | 'timed-out' | 'cancelled' | 'lost';
  /** This and the other times: ms since the epoch. */
  readonly requestedAt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly lastSignAt?: number;
  /** What it said last, in one line: untrusted words. */
  readonly lastLine?: string;
  readonly tokens?: number;
  readonly model?: string;
  readonly sessionKey?: string;
  /** Why a person should look, in a sentence. */
  readonly needsYou?: string;
}

/** Server → client, after every change: all workers of all folders, newest first. */
export const workersNotification = 'proactiveJobs/workers';
export interface WorkersParams {
  readonly workers: readonly WorkerView[];
}

/** Client → server: whether the user trusts the workspace, whenever that changes. */
export const trustNotification = 'proactiveJobs/trust';
export interface TrustParams {
  readonly isTrusted: boolean;
}

/** Client → server: the token of a gateway was set or forgotten; what was refused for it may be tried again. */
export const secretsChangedNotification = 'proactiveJobs/secretsChanged';

/** Server → client: a secret by its name; `null` where none is kept or the name is none of ours. */
export const secretRequest = 'proactiveJobs/secret';
export interface SecretParams {
  readonly name: string;
}
/** The name of the token that belongs to this very gateway. */
export function openclawTokenName(url: string): string {
  return `proactiveJobs.openclaw.token:${url}`;
}

/** Server → client: open these files, so that edits are bound to what was read. */
export const holdFilesRequest = 'proactiveJobs/holdFiles';
/** Server → client: save these. */
export const saveFilesRequest = 'proactiveJobs/saveFiles';
export interface FilesParams {
  readonly uris: readonly string[];
}
export interface HeldFiles {
  /** Those without unsaved changes: they are to be saved after the edit. */
  readonly clean: readonly string[];
}

export interface ObstacleView {
  /** Says which kind it is, such as `slots`. */
  readonly code: string;
  readonly why: string;
  readonly remedy: string;
  readonly canOverride: boolean;
}

export interface TaskParams {
  /** As in the snapshot. */
  readonly key: string;
}
export interface SpawnParams extends TaskParams {
  readonly backend?: BackendView | 'auto';
  /** In place of the words of the template, for this attempt. */
  readonly prompt?: string;
  readonly overrideSlots?: boolean;
}

/**
 * Client → server: all that would happen; nothing is written. Where nothing can be told of the task at all, only what is in
 * the way of that.
 */
export const planRequest = 'proactiveJobs/workers/plan';
export interface SpawnPlanView {
  readonly key: string;
  readonly taskId: string;
  readonly attemptId: string;
  readonly obstacles: readonly ObstacleView[];
  readonly backend?: BackendView;
  readonly backendReasons: readonly string[];
  readonly model?: string;
  readonly cwd: string;
  readonly prompt: string;
  /** What a person should know of the prompt, one sentence each. */
  readonly promptNotes: readonly string[];
  readonly files: readonly string[];
  readonly held?: WorkerView;
}

export type PlanResult = SpawnPlanView | ObstacleView;

/** Client → server: start a worker. A second call for a held attempt starts nothing and says `exists`. */
export const spawnRequest = 'proactiveJobs/workers/spawn';
/** Client → server: put an unknown, failed or ended attempt aside and start the next one. */
export const retryRequest = 'proactiveJobs/workers/retry';
export type SpawnResultView =
  | { readonly kind: 'started'; readonly worker: WorkerView; readonly notRecorded?: string }
  | {
      readonly kind: 'unknown';
      readonly worker: WorkerView;
      readonly why: string;
      readonly notRecorded?: string;
    }
  | { readonly kind: 'exists'; readonly worker: WorkerView }
  | { readonly kind: 'refused'; readonly obstacles: readonly ObstacleView[] }
  | { readonly kind: 'failed'; readonly why: string; readonly remedy?: string };

/** Client → server: everything else that is done to an attempt or its task. */
export const workerActionRequest = 'proactiveJobs/workers/action';
export type WorkerAction =
  | { readonly kind: 'cancel' }
  /** `hasLooked`: a person has looked where nobody can tell, and nobody works on it. */
  | { readonly kind: 'reset'; readonly hasLooked?: boolean }
  | { readonly kind: 'adopt'; readonly sessionKey: string }
  | { readonly kind: 'handOff'; readonly to: 'chat' | 'terminal' | 'clipboard' }
  | { readonly kind: 'claim'; readonly summary?: string }
  | { readonly kind: 'complete'; readonly reason?: string };
export interface WorkerActionParams extends TaskParams {
  readonly action: WorkerAction;
}
export type WorkerActionResult =
  | { readonly kind: 'done'; readonly said: string }
  | {
      readonly kind: 'refused';
      readonly why: string;
      readonly remedy: string;
      /** The word of a person who has looked would be enough: `hasLooked`. */
      readonly canBeReleased?: boolean;
    };

/** Client → server: the last entries of what the worker says, oldest first; `null` where none is kept. */
export const transcriptRequest = 'proactiveJobs/workers/transcript';
export interface TranscriptParams extends TaskParams {
  /** How many messages at the most; the newest ones. */
  readonly limit: number;
}
export type TranscriptResult = readonly {
  readonly role: 'user' | 'worker' | 'tool' | 'system';
  readonly text: string;
  readonly at?: number;
}[];

/** Client → server: what could be started now; a dry run. `next` stops at the first, `all` fills the free slots. */
export const batchRequest = 'proactiveJobs/workers/batch';
export interface BatchParams {
  readonly how: 'next' | 'all';
  /** Only of this queue. */
  readonly uri?: string;
  /** Only these tasks. */
  readonly keys?: readonly string[];
}
export interface BatchView {
  /** In the order in which they would be started. */
  readonly chosen: readonly BatchItemView[];
  readonly skipped: readonly (BatchItemView & { readonly why: string })[];
}
export interface BatchItemView {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly model?: string;
  /** Name of its queue, as in the snapshot. */
  readonly queue: string;
}

/** Client → server, no parameters: the words of the template that comes with the product. */
export const defaultTemplateRequest = 'proactiveJobs/workers/defaultTemplate';
