/** What a worker should read before it begins, by path: its own progress, and what those above it have written. */
import type { Task } from '../index/task';
import type { QueueState } from '../state';

const most = 8;

/** Paths below the folder that holds the queue, with `/`; the task's own progress first, then its parents'. */
export function readFirst(state: QueueState, task: Task): readonly string[] {
  const sure = (key: Task['key']): readonly string[] =>
    (state.runs.progressOf.get(key) ?? [])
      .filter(({ match, isArchived }) => match.kind === 'task' && !isArchived)
      .map(({ file }) => file.path);
  const manager = task.parents.flatMap((key) => {
    const id = state.index.tasks.get(key)?.id.toLowerCase();
    return state.runs.progress
      .filter(({ file }) => file.path.toLowerCase().endsWith(`/${id ?? ''}/_manager.md`))
      .map(({ file }) => file.path);
  });
  const all = [...sure(task.key), ...task.parents.flatMap(sure), ...manager];
  return [...new Set(all)].slice(0, most);
}
