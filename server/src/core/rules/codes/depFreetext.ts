/** dep-freetext: a dependency that no tool can check: words, or a phase without tasks that does not say that it is done. */
import { gapFact } from '../../graph/gapFact';
import { gapsOf } from '../../graph/dependencyGraph';
import type { Gap } from '../../index/resolution';
import { isClosed } from '../../model/status';
import { defineRule } from '../rule';
import { declaredDependencies } from '../support/declaredTasks';
import { quote } from '../support/quote';

export const depFreetext = defineRule({
  code: 'dep-freetext',
  severity: 'hint',
  *check(state, document) {
    for (const { reference, dependency, task } of declaredDependencies(state, document)) {
      const { span, value } = reference.text;
      if (reference.kind === 'free-text')
        yield {
          span,
          message: `${quote(value)} names no task. Write task ids, \`Phase N\`, or \`None\`, so that it can be checked.`,
        };
      if (isClosed(task.status)) continue;
      // What no queue has is `unresolved-dependency`.
      const gap = gapsOf(dependency.resolution).find(({ why }) => why !== 'missing');
      if (gap)
        yield {
          span,
          message: `Nobody can tell whether ${quote(value)} is done: ${gapFact(gap)}. ${advice(gap)}`,
        };
    }
  },
});

function advice({ why }: Gap): string {
  return why === 'empty'
    ? 'Give it tasks, or mark its heading with ✅ once it is done.'
    : 'Write the ids of what it waits for.';
}
