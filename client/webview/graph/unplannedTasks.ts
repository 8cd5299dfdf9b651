/** The open tasks that the plan has no wave for: somebody has to decide about them first. Pure. */
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';

/** Finds the same tasks. */
export const unplannedQuery = 'status:pending,blocked -wave:>=0 -is:manager -is:foreign';

/** In file order. */
export function unplannedTasks({ tasks }: GraphSnapshot): readonly GraphTaskView[] {
  return tasks.filter(
    ({ status, isManager, isForeign, wave }) =>
      (status === 'pending' || status === 'blocked') &&
      !isManager &&
      !isForeign &&
      wave === undefined,
  );
}
