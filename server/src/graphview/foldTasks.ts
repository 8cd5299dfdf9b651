/** Which node each task is drawn as, given what is folded. */
import type { GraphTaskView } from '../protocol/graphSnapshot';

/** Key of the node by key of the task: itself, its topmost folded manager, or its folded lane. */
export function foldTasks(
  tasks: readonly GraphTaskView[],
  folded: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const nodeOf = new Map<string, string>();
  for (const task of tasks) {
    const top = topFolded(task, byKey, folded);
    nodeOf.set(task.key, folded.has(top.lane) ? top.lane : top.key);
  }
  return nodeOf;
}

/** The uppermost manager above the task that is folded; the task itself without one. Rings of parents end where they began. */
function topFolded(
  task: GraphTaskView,
  byKey: ReadonlyMap<string, GraphTaskView>,
  folded: ReadonlySet<string>,
): GraphTaskView {
  let top = task;
  const seen = new Set([task.key]);
  for (let at: GraphTaskView | undefined = task; at?.parent !== undefined;) {
    at = seen.has(at.parent) ? undefined : byKey.get(at.parent);
    if (at === undefined) break;
    seen.add(at.key);
    if (folded.has(at.key)) top = at;
  }
  return top;
}
