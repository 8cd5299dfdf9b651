/** unmet-dependency-soft: a task is in progress while one it waits for is finished but not yet accepted. */
import { defineRule } from '../rule';
import { declaredDependencies, isEffective, openInWords } from '../support/declaredTasks';
import { listed, quote } from '../support/quote';

export const unmetDependencySoft = defineRule({
  code: 'unmet-dependency-soft',
  severity: 'information',
  *check(state, document) {
    for (const declared of declaredDependencies(state, document)) {
      const { task, dependency, reference } = declared;
      if (
        task.status !== 'in-progress' ||
        !isEffective(declared) ||
        dependency.fulfilment !== 'soft'
      )
        continue;
      const open = openInWords(state, dependency);
      yield {
        span: reference.text.span,
        message: `${quote(declared.declaration.id.value)} is in progress on a claim: ${listed(open)} ${open.length === 1 ? 'is' : 'are'} not validated yet. Validate, or accept the risk.`,
      };
    }
  },
});
