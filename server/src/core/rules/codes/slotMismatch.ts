/** slot-mismatch: the slot line says another number than tasks are in progress. */
import { idOf } from '../../index/idOf';
import { defineRule } from '../rule';
import { listed, quote } from '../support/quote';

export const slotMismatch = defineRule({
  code: 'slot-mismatch',
  severity: 'warning',
  *check(state, document) {
    const running = state.schedule.byQueue.get(document.uri)?.inProgress ?? [];
    const { slots } = document;
    if (slots?.occupied === undefined || slots.occupied === running.length) return;
    const named =
      running.length === 0
        ? ''
        : ` (${listed(running.map((key) => quote(idOf(state.index, key))))})`;
    yield {
      span: slots.line,
      message: `The queue says ${slots.occupied} of ${slots.max} slots are taken, but ${running.length} ${running.length === 1 ? 'task is' : 'tasks are'} in progress${named}. Correct the line or the tasks.`,
    };
  },
});
