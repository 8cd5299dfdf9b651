/** The nine canonical statuses of a task, their order and their classes (dialect 3.5, 3.8). */

export const statuses = [
  'pending',
  'in-progress',
  'needs-validation',
  'self-validated',
  'validated',
  'complete',
  'blocked',
  'failed',
  'cancelled',
] as const;

/** A canonical status, or `unknown` when the text says nothing we can read. */
export type Status = (typeof statuses)[number] | 'unknown';

/** True where the words are the status and nothing else: case and the blank in its middle are spelling, as in `In Progress`. */
export function isSpelledAs(status: Status, words: string): boolean {
  return (
    words
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '-') === status
  );
}

/** Coarse classes for comparing a repeat with its definition; decoration and detail do not matter there. */
export type StatusBucket = 'not-started' | 'active' | 'finished' | 'stuck' | 'dropped' | 'unknown';

const buckets: Readonly<Record<Status, StatusBucket>> = {
  pending: 'not-started',
  'in-progress': 'active',
  'needs-validation': 'finished',
  'self-validated': 'finished',
  validated: 'finished',
  complete: 'finished',
  blocked: 'stuck',
  failed: 'stuck',
  cancelled: 'dropped',
  unknown: 'unknown',
};

/** Rule S5: least advanced first. */
const advance: readonly Status[] = [
  'unknown',
  'cancelled',
  'pending',
  'blocked',
  'failed',
  'in-progress',
  'needs-validation',
  'self-validated',
  'validated',
  'complete',
];

/** The class of a status; `unknown` is one of its own. */
export function bucketOf(status: Status): StatusBucket {
  return buckets[status];
}

/** Done is what meets a dependency (rule S4). */
export function isDone(status: Status): boolean {
  return status === 'complete' || status === 'validated';
}

/** Finished or dropped: nothing more is going to be done. */
export function isClosed(status: Status): boolean {
  return isDone(status) || status === 'cancelled';
}

/** The most advanced of several declarations of one id (rule S5); `unknown` for none. */
export function mostAdvanced(all: readonly Status[]): Status {
  return all.reduce<Status>(
    (best, s) => (advance.indexOf(s) > advance.indexOf(best) ? s : best),
    'unknown',
  );
}
