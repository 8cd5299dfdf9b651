/** stale-in-progress: a task has been in progress for longer than any worker takes. */
import { isClosed } from '../../model/status';
import { defineRule } from '../rule';
import { declaredTasks } from '../support/declaredTasks';
import { quote } from '../support/quote';
import { startTimeOf } from '../support/startTime';

const hour = 3_600_000;

export const staleInProgress = defineRule({
  code: 'stale-in-progress',
  severity: 'warning',
  *check(state, document) {
    const { now, options } = state;
    for (const { declaration, task } of declaredTasks(state, document)) {
      if (declaration.status.value !== 'in-progress' || isClosed(task.status) || task.isManager)
        continue;
      const start = startTimeOf(state, document.uri, declaration);
      if (!start || now - start.time.latest <= options.staleInProgressHours * hour) continue;
      const hours = (now - start.time.latest) / hour;
      const age = hours >= 48 ? `${Math.floor(hours / 24)} days` : `${Math.floor(hours)} hours`;
      yield {
        span: start.field.value.span,
        message: `${quote(declaration.id.value)} has been in progress for ${age}. Is somebody still at it? Record its result, or reset it to pending.`,
      };
    }
  },
});
