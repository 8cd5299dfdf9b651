/** unresolved-dependency: a task waits for an id or a phase that no queue has. */
import { gapsOf } from '../../graph/dependencyGraph';
import { isClosed } from '../../model/status';
import { defineRule } from '../rule';
import { type DeclaredDependency, declaredDependencies } from '../support/declaredTasks';
import { listed, quote } from '../support/quote';

export const unresolvedDependency = defineRule({
  code: 'unresolved-dependency',
  severity: 'error',
  *check(state, document) {
    for (const declared of declaredDependencies(state, document)) {
      const { dependency, reference } = declared;
      if (dependency.resolution.kind !== 'unresolved') {
        const missing = missingParts(declared);
        if (missing.length === 0) continue;
        // A phase may have been taken out because it was done; then only the words about it are left behind.
        yield {
          span: reference.text.span,
          ...(isSpare(declared)
            ? {
                severity: 'information',
                message: `No queue has ${listed(missing)}; only the alternative counts. Correct the reference, or remove it.`,
              }
            : {
                severity: 'warning',
                message: `No queue has ${listed(missing)}, so ${quote(declared.declaration.id.value)} is never ready. Correct the reference, or remove it if that is done.`,
              }),
        };
        continue;
      }
      const { nearest } = dependency.resolution;
      const advice =
        nearest === undefined
          ? 'Correct the id, or add the task.'
          : `Did you mean ${quote(nearest)}?`;
      yield {
        span: reference.text.span,
        // One that is enough is still there, so nothing waits for ever.
        ...(isSpare(declared) ? { severity: 'information' } : {}),
        message: `No task ${quote(reference.text.value)} is declared. ${advice}`,
      };
    }
  },
});

/** An alternative beside one that can be told of. */
function isSpare({ dependency }: DeclaredDependency): boolean {
  return dependency.choice !== undefined && dependency.fulfilment === 'met';
}

/** The phases, and ends of ranges, that no queue has; none for a task that waits for nothing any more. */
function missingParts({ task, dependency }: DeclaredDependency): readonly string[] {
  if (isClosed(task.status)) return [];
  return gapsOf(dependency.resolution).flatMap(({ name, why }) =>
    why === 'missing' ? [quote(name)] : [],
  );
}
