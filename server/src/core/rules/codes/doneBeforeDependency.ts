/** done-before-dependency: a task is finished although one it waits for is not. */
import { bucketOf } from '../../model/status';
import { defineRule } from '../rule';
import {
  declaredDependencies,
  isEffective,
  statusSpan,
  withStatus,
} from '../support/declaredTasks';
import { listed, quote } from '../support/quote';

export const doneBeforeDependency = defineRule({
  code: 'done-before-dependency',
  severity: 'information',
  *check(state, document) {
    const all = declaredDependencies(state, document).filter(
      (d) =>
        bucketOf(d.task.status) === 'finished' &&
        isEffective(d) &&
        d.dependency.fulfilment === 'unmet',
    );
    for (const declaration of new Set(all.map((d) => d.declaration))) {
      const open = [
        ...new Set(
          all.filter((d) => d.declaration === declaration).flatMap((d) => d.dependency.open),
        ),
      ];
      const named = open.map((key) => withStatus(state, key));
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} is ${declaration.status.value}, but it waits for ${listed(named)}. Is that status behind, or the dependency no longer needed?`,
      };
    }
  },
});
