/** What could run now, what runs, and why the rest does not. One schedule per queue. */
import type { Gap } from '../index/resolution';
import type { TaskKey } from '../model/taskKey';

/** Why a pending task cannot start; a task may have several reasons. */
export type NotReadyReason =
  | { readonly kind: 'status' }
  | { readonly kind: 'manager' }
  | { readonly kind: 'waits-for'; readonly tasks: readonly TaskKey[]; readonly soft: boolean }
  /** Alternatives as written, at least two: one of them is enough. */
  | {
      readonly kind: 'waits-for-one';
      readonly references: readonly string[];
      readonly soft: boolean;
    }
  | { readonly kind: 'unresolved'; readonly reference: string }
  | { readonly kind: 'ambiguous'; readonly reference: string }
  | { readonly kind: 'free-text'; readonly text: string }
  /** A part of a phase or range that names no task. */
  | { readonly kind: 'gap'; readonly reference: string; readonly gap: Gap }
  | { readonly kind: 'cycle'; readonly ring: readonly TaskKey[] };

export interface Slots {
  /** What the queue declares, or the setting for planning where it is silent. */
  readonly max: number;
  readonly declared: boolean;
  /** Tasks in progress without managers, counted by us. */
  readonly inUse: number;
  /** Never negative. */
  readonly free: number;
}

export interface QueueSchedule {
  readonly uri: string;
  /** Rule P3, in file order. */
  readonly inProgress: readonly TaskKey[];
  readonly managersInProgress: readonly TaskKey[];
  /** Pending tasks with every dependency met, in file order. Free slots are not considered. */
  readonly ready: readonly TaskKey[];
  /** For every task that is neither ready, running nor closed. */
  readonly notReady: ReadonlyMap<TaskKey, readonly NotReadyReason[]>;
  readonly slots: Slots;
}

export interface Schedule {
  readonly byQueue: ReadonlyMap<string, QueueSchedule>;
}
