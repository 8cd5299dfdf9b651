/** What the client knows of the queues: complete, plain, serialisable. Never a delta. */

/** 0-based lines and UTF-16 columns, as in the language server protocol. */
export interface RangeView {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export type StatusView =
  | 'pending'
  | 'in-progress'
  | 'needs-validation'
  | 'self-validated'
  | 'validated'
  | 'complete'
  | 'blocked'
  | 'failed'
  | 'cancelled'
  | 'unknown';

export interface TaskView {
  readonly kind: 'task';
  /** Stable across snapshots while the id stays in its queue. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly status: StatusView;
  /** Pending, every dependency met. */
  readonly ready: boolean;
  /** Why it cannot start, as one sentence; absent when ready, running or closed. */
  readonly notReady?: string;
  readonly isManager: boolean;
  readonly model?: string;
  readonly priority?: string;
  readonly worker?: string;
  /** The declaring line; of several, the first one that says its status. */
  readonly range: RangeView;
  /** The lines that declare it besides; absent when there are none. */
  readonly repeats?: readonly RangeView[];
  /** How many errors and warnings stand in its block and in no block inside of it. */
  readonly errors: number;
  readonly warnings: number;
  /** How its progress file contradicts its status, in words; absent when it does not. */
  readonly drift?: string;
  /** Why nobody seems to be working on it, in words; absent when somebody may be. */
  readonly noLifeSign?: string;
  /** Minutes since its worker was last seen; of tasks in progress, where the times of files can tell. */
  readonly lastSignMinutes?: number;
  readonly children: readonly TaskView[];
}

export interface GroupView {
  readonly kind: 'group';
  /** Stable while title and place in the outline stay. */
  readonly key: string;
  readonly title: string;
  readonly range: RangeView;
  /** Tasks below it, each id once, without managers and cancelled ones; `done` counts complete and validated ones. */
  readonly done: number;
  readonly total: number;
  readonly children: readonly NodeView[];
}

export type NodeView = GroupView | TaskView;

export interface SlotsView {
  readonly max: number;
  /** False when the queue is silent and the setting was taken. */
  readonly declared: boolean;
  readonly inUse: number;
}

export interface QueueView {
  readonly uri: string;
  /** Path relative to its workspace folder, or the file name outside of any. */
  readonly name: string;
  readonly coverage: 'full' | 'too-large' | 'binary' | 'unreadable';
  /** Why it cannot be read, in words that follow a colon; only where it is unreadable. */
  readonly trouble?: string;
  readonly slots: SlotsView;
  readonly done: number;
  readonly total: number;
  readonly ready: number;
  readonly nodes: readonly NodeView[];
}

export interface QueueSnapshot {
  /** Grows with every rebuild; older snapshots are to be dropped. */
  readonly revision: number;
  /** True while the first scan of the workspace is still running. */
  readonly scanning: boolean;
  /** True while files beside the queues are still being read: what they tell may be missing. */
  readonly reading: boolean;
  readonly queues: readonly QueueView[];
}
