/** done-unchecked-ac: a task is done, and not one of its acceptance boxes is ticked. */
import { isDone } from '../../model/status';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const doneUncheckedAc = defineRule({
  code: 'done-unchecked-ac',
  severity: 'off',
  *check(_state, document) {
    for (const { id, status, boxes } of document.declarations) {
      if (!isDone(status.value) || boxes.total === 0 || boxes.ticked > 0) continue;
      yield {
        span: id.span,
        message: `${quote(id.value)} is ${status.value}, but none of its ${boxes.total} boxes is ticked. Tick what was checked, or remove the boxes.`,
      };
    }
  },
});
