/** stale-blocked: a task is still called blocked although every task it waits for is done. */
import { firmTargets } from '../../graph/dependencyGraph';
import { idOf } from '../../index/idOf';
import { defineRule } from '../rule';
import { declaredTasks, isEffective, statusSpan } from '../support/declaredTasks';
import { listed, quote } from '../support/quote';
import { remainingBlockers } from '../support/remainingBlocker';

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
          quote(idOf(state.index, key)),
        ),
      );
      const named = done === '' ? '' : ` (${done})`;
      const id = quote(declaration.id.value);
      const rest = remainingBlockers(declaration, document.text);
      const remains = listed(
        rest.map(({ kind, words }) =>
          kind === 'blocker' ? `its Blocker ${quote(words.value)}` : quote(words.value),
        ),
      );
      yield {
        span: statusSpan(declaration),
        message:
          rest.length === 0
            ? `${id} is blocked, but all it waits for is done${named}. Set it to pending, or say what else blocks it.`
            : `${id} is blocked, and all tasks it waits for are done${named}. What remains is ${remains}. When that is gone, too, set it to pending.`,
        related: rest.map(({ words }) => ({
          uri: document.uri,
          span: words.span,
          message: 'What remains.',
        })),
      };
    }
  },
});
