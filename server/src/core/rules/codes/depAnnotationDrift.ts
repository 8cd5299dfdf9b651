/** dep-annotation-drift: the mark behind a dependency says something else than the task it names. */
import { firmTargets } from '../../graph/dependencyGraph';
import { idOf } from '../../index/idOf';
import type { Annotation } from '../../model/reference';
import { isDone, type Status } from '../../model/status';
import type { TaskKey } from '../../model/taskKey';
import { defineRule } from '../rule';
import { declaredDependencies } from '../support/declaredTasks';
import { listed, quote } from '../support/quote';

export const depAnnotationDrift = defineRule({
  code: 'dep-annotation-drift',
  severity: 'warning',
  *check(state, document) {
    const statusOf = (key: TaskKey): Status => state.index.tasks.get(key)?.status ?? 'unknown';
    for (const { dependency, reference } of declaredDependencies(state, document)) {
      const targets = firmTargets(dependency.resolution).filter(
        (key) => statusOf(key) !== 'unknown',
      );
      if (reference.annotation === undefined || targets.length === 0) continue;
      const wrong = contradicting(reference.annotation, targets, statusOf);
      if (wrong.length === 0) continue;
      const named = listed(
        wrong.map((key) => `${quote(idOf(state.index, key))} is ${statusOf(key)}`),
      );
      const says = reference.annotation === 'done' ? 'done' : 'not done';
      yield {
        span: reference.item,
        message: `Marked as ${says} here, but ${named}. The mark decides nothing: correct or remove it.`,
      };
    }
  },
});

/** The targets that the mark is wrong about. "Not done" of a group is wrong only when all of it is done. */
function contradicting(
  annotation: Annotation,
  targets: readonly TaskKey[],
  statusOf: (key: TaskKey) => Status,
): readonly TaskKey[] {
  if (annotation === 'done')
    return targets.filter((key) => !isDone(statusOf(key)) && statusOf(key) !== 'self-validated');
  return targets.every((key) => isDone(statusOf(key))) ? targets : [];
}
