import type { QueueSchedule } from '../../server/src/core/schedule/scheduleModel';
import type { QueueState } from '../../server/src/core/state';
import { uriOf } from './workspace';

/** The schedule of one queue of `workspaceOf`, by its name. */
export function scheduleIn(state: QueueState, name = 'a'): QueueSchedule {
  const schedule = state.schedule.byQueue.get(uriOf(name));
  if (!schedule) throw new Error(`There is no queue ${name}`);
  return schedule;
}
