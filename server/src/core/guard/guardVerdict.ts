/** Judges a comparison: calm, or an alarm with its reasons. Thresholds are those of workflow.md, rank 3. */
import type { QueueDocument } from '../model/queueDocument';
import type { Status } from '../model/status';
import { compareQueues, type QueueComparison } from './compareQueues';
import { isUnfinished, type GuardedTask } from './guardedTasks';

export type AlarmReason = 'tasks-lost' | 'shrunk' | 'elided' | 'conflict' | 'no-headings';

/** A task that is gone, in words. */
export interface LostTask {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
}

export interface GuardAlarm {
  /** At least one. */
  readonly reasons: readonly AlarmReason[];
  /** Unfinished tasks that vanished, in their old order. */
  readonly lost: readonly LostTask[];
  /** Done and cancelled ones that vanished with them. */
  readonly finished: readonly LostTask[];
  /** How much smaller the file became, in percent; 0 when it grew. */
  readonly shrunkBy: number;
}

export type GuardVerdict =
  { readonly kind: 'calm' } | { readonly kind: 'alarm'; readonly alarm: GuardAlarm };

/** Below this part of its old size a queue has shrunk. */
const shrunkBelow = 0.4;
/** One vanished task is housekeeping, two are an accident. */
const leastLost = 2;

/** The verdict on new content, given the last good one and the other queues as they are now. */
export function guardVerdict(
  before: QueueDocument,
  after: QueueDocument,
  others: readonly QueueDocument[] = [],
): GuardVerdict {
  // What could not be read has lost nothing: it has a rule of its own.
  if (before.coverage !== 'full' || after.coverage !== 'full') return { kind: 'calm' };
  const comparison = compareQueues(before, after, others);
  const lost = comparison.vanished.filter(isUnfinished);
  const reasons = reasonsOf(comparison, lost.length);
  if (reasons.length === 0) return { kind: 'calm' };
  return {
    kind: 'alarm',
    alarm: {
      reasons,
      lost: lost.map(toLost),
      finished: comparison.vanished.filter((task) => !isUnfinished(task)).map(toLost),
      shrunkBy: Math.max(0, Math.round(100 * (1 - comparison.sizeRatio))),
    },
  };
}

function reasonsOf(comparison: QueueComparison, lost: number): readonly AlarmReason[] {
  const { sizeRatio, elisions, markers, headingsGone, tasksBefore } = comparison;
  const reasons: AlarmReason[] = [];
  if (lost >= leastLost) reasons.push('tasks-lost');
  if (tasksBefore > 0 && sizeRatio < shrunkBelow) reasons.push('shrunk');
  if (elisions.length > 0) reasons.push('elided');
  if (markers.length > 0) reasons.push('conflict');
  if (tasksBefore > 0 && headingsGone) reasons.push('no-headings');
  return reasons;
}

function toLost({ id, title, status }: GuardedTask): LostTask {
  return { id, title, status };
}
