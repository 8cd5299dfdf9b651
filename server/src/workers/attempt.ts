/** One try to have a task done by a worker, and the names that follow from it (workers.md 4.3). */

/** In UTF-16 units. */
export const longestAttemptId = 512;

/** More attempts than anybody makes at one task; numbers beyond it were made up. */
export const highestNumber = 1_000_000;

/** The same attempt has the same names in every window, on every face and after every restart. */
export interface AttemptIdentity {
  /** `<project>/<taskId>#<number>`, of `longestAttemptId` units at most: the label that people see. */
  readonly attemptId: string;
  readonly project: string;
  /** As the queue writes it. */
  readonly taskId: string;
  /** From 1 to `highestNumber`. A new attempt is always somebody's decision, never a retry. */
  readonly number: number;
  /** UUIDv5 of the workspace's id and the attempt id, in lower case. */
  readonly uuid: string;
}

/**
 * How an attempt is, as the ledger tells it:
 * `reserved → requested → started → alive → ended`, with `unknown` where nobody can tell whether it started, `failed`
 * where it provably did not, `handed-off` where it was given to something that we cannot ask, and `closed` when a person
 * has put it aside.
 */
export type AttemptState =
  | 'reserved'
  | 'requested'
  | 'started'
  | 'alive'
  | 'unknown'
  | 'ended'
  | 'failed'
  | 'handed-off'
  | 'closed';

/** States that hold a slot and keep the task from being spawned again. */
export function isHeld(state: AttemptState): boolean {
  switch (state) {
    case 'reserved':
    case 'requested':
    case 'started':
    case 'alive':
    case 'unknown':
    case 'handed-off':
      return true;
    case 'ended':
    case 'failed':
    case 'closed':
      return false;
  }
}
