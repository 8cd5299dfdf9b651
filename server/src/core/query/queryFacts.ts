/** What a query can ask about a task: one flat record, made by whoever asks. Nothing in this folder knows more. */

export interface QueryFacts {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** Canonical, such as `in-progress`. */
  readonly status: string;
  readonly ready: boolean;
  /** Why it cannot start now, a sentence each; empty for one that is ready, running or closed. */
  readonly notReady: readonly string[];
  readonly model: string | undefined;
  /** Title of the phase or section. */
  readonly phase: string | undefined;
  readonly priority: string | undefined;
  readonly worker: string | undefined;
  /** How many open tasks it keeps waiting; how many it waits for. */
  readonly blocks: number;
  readonly waits: number;
  readonly slack: number | undefined;
  readonly wave: number | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly isCritical: boolean;
  readonly isInCycle: boolean;
  readonly isManager: boolean;
  readonly isForeign: boolean;
  readonly hasDrift: boolean;
  /** In progress without a sign of life. */
  readonly isSilent: boolean;
}

/** Who stands beside a task, by key: for `+id` and `id+`. */
export interface QueryNeighbours {
  /** What the task waits for directly. */
  waitsFor(key: string): readonly string[];
  /** Who waits for the task directly. */
  blocks(key: string): readonly string[];
}
