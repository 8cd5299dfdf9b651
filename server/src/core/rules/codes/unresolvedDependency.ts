/** unresolved-dependency: a task waits for an id that no queue declares. */
import { defineRule } from '../rule';
import { declaredDependencies } from '../support/openTasks';
import { quote } from '../support/quote';

export const unresolvedDependency = defineRule({
  code: 'unresolved-dependency',
  severity: 'error',
  *check(state, document) {
    for (const { dependency, reference } of declaredDependencies(state, document)) {
      if (dependency.resolution.kind !== 'unresolved') continue;
      const { nearest } = dependency.resolution;
      const advice =
        nearest === undefined
          ? 'Correct the id, or add the task.'
          : `Did you mean ${quote(nearest)}?`;
      yield {
        span: reference.text.span,
        message: `No task ${quote(reference.text.value)} is declared. ${advice}`,
      };
    }
  },
});
