/** The one task that each subtask is shown under. */
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';

/** Among the tasks in `keys`; the first that is named, where that makes nobody an ancestor of its own. */
export function firstParentsOf(
  { index }: QueueState,
  keys: Iterable<TaskKey>,
): ReadonlyMap<TaskKey, TaskKey> {
  const shown = new Set(keys);
  const parents = new Map<TaskKey, TaskKey>();
  const isBelow = (key: TaskKey, ancestor: TaskKey): boolean => {
    for (let at: TaskKey | undefined = key; at !== undefined; at = parents.get(at))
      if (at === ancestor) return true;
    return false;
  };
  for (const key of shown) {
    const named = index.tasks.get(key)?.parents ?? [];
    const parent = named.find((each) => shown.has(each) && !isBelow(each, key));
    if (parent !== undefined) parents.set(key, parent);
  }
  return parents;
}
