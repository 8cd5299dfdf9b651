/** stale-blocked: a task is still called blocked although everything it waits for is done. */
import { firmTargets } from '../../graph/dependencyGraph';
import { defineRule } from '../rule';
import { declaredTasks, idOf, isEffective, statusSpan } from '../support/openTasks';
import { listed, quote } from '../support/quote';

export const staleBlocked = defineRule({
  code: 'stale-blocked',
  severity: 'information',
  *check(state, document) {
    for (const declared of declaredTasks(state, document)) {
      const { declaration, task } = declared;
      if (task.status !== 'blocked' || !isEffective(declared)) continue;
      const all = state.graph.byTask.get(task.key) ?? [];
      if (all.length === 0 || !all.every((d) => d.fulfilment === 'met')) continue;
      const done = listed(
        [...new Set(all.flatMap((d) => firmTargets(d.resolution)))].map((key) =>
          quote(idOf(state, key)),
        ),
      );
      const named = done === '' ? '' : ` (${done})`;
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} is blocked, but all it waits for is done${named}. Set it to pending, or say what else blocks it.`,
      };
    }
  },
});
