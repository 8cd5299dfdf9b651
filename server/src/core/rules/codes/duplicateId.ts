/** duplicate-id: two declarations of one id in a queue. Which one is true? The same id in another queue is only told. */
import { fileNameOf } from '../../model/fileNameOf';
import { taskKeyOf } from '../../model/taskKey';
import { defineRule } from '../rule';
import { declaredTasks, placeOf } from '../support/declaredTasks';
import { quote } from '../support/quote';

export const duplicateId = defineRule({
  code: 'duplicate-id',
  severity: 'warning',
  *check(state, document) {
    for (const { declaration, task, at } of declaredTasks(state, document)) {
      const id = quote(declaration.id.value);
      const first = document.declarations[task.declarations[0] ?? at];
      if (first && task.declarations[0] !== at) {
        const differs = first.status.value !== declaration.status.value;
        const often =
          task.declarations.length === 2 ? 'twice' : `${task.declarations.length} times`;
        const related = [
          {
            uri: document.uri,
            span: first.id.span,
            message: `First declared here, ${first.status.value}.`,
          },
        ];
        yield differs
          ? {
              span: declaration.id.span,
              severity: 'error',
              related,
              message: `${id} is declared ${often}: ${first.status.value} above, ${declaration.status.value} here. Keep the one that is true.`,
            }
          : {
              span: declaration.id.span,
              related,
              message: `${id} is declared ${often}. Keep one of them, or give this task an id of its own.`,
            };
        continue;
      }
      const twins = state.index.outlines.flatMap((o) =>
        o.uri === document.uri
          ? []
          : (state.index.tasks.get(taskKeyOf(o.uri, declaration.id.value)) ?? []),
      );
      if (twins.length === 0) continue;
      const places = twins.flatMap((twin) => placeOf(state, twin.key) ?? []);
      yield {
        span: declaration.id.span,
        severity: 'information',
        related: places.map((place) => ({ ...place, message: 'Declared here, too.' })),
        message: `${id} is also declared in ${[...new Set(places.map((p) => fileNameOf(p.uri)))].join(', ')}. They count as two tasks; a reference means the one in its own file.`,
      };
    }
  },
});
