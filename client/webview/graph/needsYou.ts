/** Which tasks wait for a person. Pure. */
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { isTroubled } from '../../../server/src/graphview/rollUp';

/** Somebody must look at it: in trouble, blocked, or finished and not validated. */
function needsYou(task: GraphTaskView): boolean {
  if (task.isForeign) return false;
  const { status } = task;
  return status === 'needs-validation' || status === 'blocked' || isTroubled(task);
}

/** Key of the next such task behind `after` in file order, from the start again at the end; nothing when there is none. */
export function nextNeedingYou(
  { tasks }: GraphSnapshot,
  after: string | undefined,
): string | undefined {
  const at = tasks.findIndex(({ key }) => key === after);
  const order = [...tasks.slice(at + 1), ...tasks.slice(0, at + 1)];
  return order.find(needsYou)?.key;
}
