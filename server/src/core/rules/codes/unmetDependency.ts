/** unmet-dependency: a task is in progress although one it waits for is not done. */
import { defineRule } from '../rule';
import { declaredDependencies, isEffective, openInWords } from '../support/declaredTasks';
import { listed, quote } from '../support/quote';

export const unmetDependency = defineRule({
  code: 'unmet-dependency',
  severity: 'warning',
  *check(state, document) {
    for (const declared of declaredDependencies(state, document)) {
      const { task, dependency, reference } = declared;
      if (
        task.status !== 'in-progress' ||
        !isEffective(declared) ||
        dependency.fulfilment !== 'unmet'
      )
        continue;
      const open = openInWords(state, dependency);
      if (dependency.choice !== undefined) {
        yield {
          span: reference.text.span,
          message: `${quote(declared.declaration.id.value)} is in progress, but neither ${listed(open)} nor an alternative is done. Finish one of them first, or drop the dependency.`,
        };
        continue;
      }
      yield {
        span: reference.text.span,
        message: `${quote(declared.declaration.id.value)} is in progress, but ${listed(open)} ${open.length === 1 ? 'is' : 'are'} not done. Finish that first, or drop the dependency.`,
      };
    }
  },
});
