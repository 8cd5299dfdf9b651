/** missing-progress: a task is done, but no progress file tells how. */
import { isDone } from '../../model/status';
import { defineRule } from '../rule';
import { hasFields } from '../support/hasFields';
import { declaredTasks, isEffective, statusSpan } from '../support/openTasks';
import { quote } from '../support/quote';

export const missingProgress = defineRule({
  code: 'missing-progress',
  severity: 'information',
  *check(state, document) {
    // Where few tasks have a file, files are not how this queue works.
    const withFile = document.declarations.length > 0 ? state.runs.progressOf.size : 0;
    if (withFile === 0) return;
    for (const declared of declaredTasks(state, document)) {
      const { declaration, task } = declared;
      if (
        !isDone(task.status) ||
        !isEffective(declared) ||
        task.isManager ||
        !hasFields(document, declaration)
      )
        continue;
      if (
        task.declarations[0] !== declared.at ||
        (state.runs.progressOf.get(task.key) ?? []).length > 0
      )
        continue;
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
