/** slot-worker-drift: a slot is said to hold a task that is not in progress. */
import type { Resolution } from '../../index/resolution';
import type { QueueState } from '../../state';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const slotWorkerDrift = defineRule({
  code: 'slot-worker-drift',
  severity: 'warning',
  *check(state, document) {
    for (const { id } of document.slots?.claims ?? []) {
      const found = resolveClaim(state, document.uri, id.value);
      const task = found?.kind === 'task' ? state.index.tasks.get(found.target) : undefined;
      if (!task || task.uri !== document.uri || task.status === 'in-progress') continue;
      yield {
        span: id.span,
        message: `A slot is said to hold ${quote(id.value)}, but that task is ${task.status}. Free the slot, or correct the task's status.`,
      };
    }
  },
});

/** Slot lines name workers, too: `worker-p2-1`, `p2-1-v2` (rule P5). */
function resolveClaim(state: QueueState, uri: string, id: string): Resolution | undefined {
  const forms = [
    id,
    id.replace(/^worker-/i, ''),
    id.replace(/^worker-/i, '').replace(/-v\d+$/i, ''),
  ];
  return forms.map((form) => state.index.resolve(uri, form)).find((r) => r.kind === 'task');
}
