/** Whether time alone can change what we say. */
import type { Task } from '../core/index/task';
import type { QueueState } from '../core/state';
import { tellsStart } from '../core/rules/support/startTime';
import { timeFields } from '../core/rules/support/timeFields';

/**
 * True when a task carries a time (it may become stale, or stop lying in the future), when one is in progress beside
 * files that grow old, when one waits for its validation, and while slots that are free may still be filled.
 */
export function dependsOnClock(state: QueueState): boolean {
  for (const document of state.documents.values()) {
    for (const declaration of document.declarations) {
      if (tellsStart(declaration) || timeFields(declaration).length > 0) return true;
    }
  }
  const hasFiles = state.runFiles.length > 0;
  const waits = ({ status }: Task): boolean =>
    status === 'needs-validation' || status === 'self-validated';
  if (hasFiles && [...state.index.tasks.values()].some(waits)) return true;
  const grace = state.options.idleGraceMinutes * 60_000;
  return [...state.schedule.byQueue].some(([uri, { ready, inProgress, slots }]) => {
    const isIdle = ready.length > 0 && slots.declared && slots.free > 0;
    const changedAt = state.queueTimes.get(uri) ?? -Infinity;
    return (hasFiles && inProgress.length > 0) || (isIdle && state.now - changedAt < grace);
  });
}
