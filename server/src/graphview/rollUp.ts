/** What tasks that are folded away come to. */
import type { GraphTaskView } from '../protocol/graphSnapshot';
import type { StatusView } from '../protocol/snapshot';
import { statusFaces, type StatusFace } from './statusFace';
import type { RollUp } from './visible';

const order: readonly StatusView[] = [
  'in-progress',
  'needs-validation',
  'self-validated',
  'blocked',
  'failed',
  'pending',
  'unknown',
  'validated',
  'complete',
  'cancelled',
];

/** Counts tasks by status and by what somebody should know of them. Managers are members, but nobody's work: they do not count. */
export function rollUp(
  members: readonly GraphTaskView[],
  matches: ReadonlySet<string> | undefined,
): RollUp {
  const work = members.filter(({ isManager }) => !isManager);
  const ofStatus = (status: StatusView): number => count(work, (task) => task.status === status);
  return {
    members: members.map(({ key }) => key),
    counts: order
      .map((status) => ({ status, count: ofStatus(status) }))
      .filter((entry) => entry.count > 0),
    done: ofStatus('complete') + ofStatus('validated'),
    total: work.length - ofStatus('cancelled'),
    ready: count(work, ({ ready }) => ready),
    live: count(work, (task) => task.status === 'in-progress' && task.noLifeSign === undefined),
    troubled: count(work, isTroubled),
    matched: matches && count(members, ({ key }) => matches.has(key)),
  };
}

/** The face of tasks taken together: what needs somebody first, then what goes on, then what is over. */
export function faceOfAll({ counts, done, total, ready }: RollUp): StatusFace {
  const has = (status: StatusView): boolean => counts.some((entry) => entry.status === status);
  const first = (['failed', 'in-progress', 'needs-validation', 'self-validated'] as const).find(
    has,
  );
  if (first !== undefined) return statusFaces[first];
  if (ready > 0) return statusFaces.ready;
  if (has('blocked')) return statusFaces.blocked;
  if (has('unknown')) return statusFaces.unknown;
  if (total > 0) return statusFaces[done === total ? 'complete' : 'pending'];
  return statusFaces[counts.length > 0 ? 'cancelled' : 'pending'];
}

/** Somebody should look at it. */
export function isTroubled(task: GraphTaskView): boolean {
  return (
    task.errors > 0 ||
    task.drift !== undefined ||
    task.noLifeSign !== undefined ||
    task.live?.needsYou !== undefined ||
    task.status === 'failed'
  );
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + (test(item) ? 1 : 0), 0);
}
