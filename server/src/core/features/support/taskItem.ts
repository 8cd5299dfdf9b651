/** A task as an item of a list in a hover: icon, link and status. */
import type { Status } from '../../model/status';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { taskLink } from './links';

/** A sign for each status: how far the circle is filled tells how far the work is. */
export const statusIcons: Readonly<Record<Status, string>> = {
  pending: '○',
  'in-progress': '◐',
  'needs-validation': '◕',
  'self-validated': '◕',
  validated: '●',
  complete: '●',
  blocked: '⊘',
  failed: '✗',
  cancelled: '–',
  unknown: '?',
};

/** Empty for a task that no queue has. */
export function taskItem(state: QueueState, key: TaskKey): string {
  const task = state.index.tasks.get(key);
  return task ? `${statusIcons[task.status]} ${taskLink(state, key)} ${task.status}` : '';
}
