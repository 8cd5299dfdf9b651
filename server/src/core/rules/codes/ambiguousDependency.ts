/** ambiguous-dependency: a short form fits several tasks, so nobody can tell which one is meant. */
import { idOf } from '../../index/idOf';
import { defineRule } from '../rule';
import { declaredDependencies, placeOf } from '../support/declaredTasks';
import { listed, quote } from '../support/quote';

export const ambiguousDependency = defineRule({
  code: 'ambiguous-dependency',
  severity: 'information',
  *check(state, document) {
    for (const { dependency, reference } of declaredDependencies(state, document)) {
      if (dependency.resolution.kind !== 'ambiguous') continue;
      const { targets } = dependency.resolution;
      const ids = listed(targets.map((key) => quote(idOf(state.index, key))));
      yield {
        span: reference.text.span,
        message: `${quote(reference.text.value)} fits ${targets.length} tasks: ${ids}. Write the whole id.`,
        related: targets.slice(0, 10).flatMap((key) => {
          const place = placeOf(state, key);
          return place
            ? [{ ...place, message: `${idOf(state.index, key)} is declared here.` }]
            : [];
        }),
      };
    }
  },
});
