/** missing-progress: a task is done, but no progress file tells how. */
import { isDone } from '../../model/status';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { defineRule } from '../rule';
import { hasFields } from '../support/hasFields';
import { declaredTasks, isEffective, statusSpan } from '../support/declaredTasks';
import { quote } from '../support/quote';

export const missingProgress = defineRule({
  code: 'missing-progress',
  severity: 'information',
  *check(state, document) {
    if (document.declarations.length === 0 || !keepsFiles(state, document.uri)) return;
    for (const declared of declaredTasks(state, document)) {
      const { declaration, task } = declared;
      if (
        !isDone(task.status) ||
        !isEffective(declared) ||
        task.isManager ||
        !hasFields(document, declaration)
      )
        continue;
      if (task.declarations[0] !== declared.at || hasFile(state, task.key)) continue;
      if (
        state.runs.progress.some(
          (f) => f.match.kind === 'ambiguous' && f.match.keys.includes(task.key),
        )
      )
        continue;
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} is ${task.status}, but no progress file tells what was done. Look for it under another name, or note the evidence in the task.`,
      };
    }
  },
});

/** From so many done tasks on, their files tell whether files are how the queue works. */
const enoughDone = 8;

/** Not where no task has a file, and not where fewer than a quarter of the done tasks of the queue have one. */
function keepsFiles(state: QueueState, uri: string): boolean {
  if (state.runs.progressOf.size === 0) return false;
  const done = (state.index.byQueue.get(uri) ?? []).filter((key) => {
    const task = state.index.tasks.get(key);
    return task !== undefined && isDone(task.status) && !task.isManager;
  });
  const withFile = done.filter((key) => hasFile(state, key)).length;
  return done.length < enoughDone || withFile * 4 >= done.length;
}

function hasFile(state: QueueState, key: TaskKey): boolean {
  return (state.runs.progressOf.get(key) ?? []).length > 0;
}
