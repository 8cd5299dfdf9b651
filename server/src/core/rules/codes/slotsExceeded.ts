/** slots-exceeded: more tasks are in progress than the queue allows. */
import { idOf } from '../../index/idOf';
import { defineRule } from '../rule';
import { listed, quote } from '../support/quote';

export const slotsExceeded = defineRule({
  code: 'slots-exceeded',
  severity: 'error',
  *check(state, document) {
    const running = state.schedule.byQueue.get(document.uri)?.inProgress ?? [];
    const { slots } = document;
    if (!slots || running.length <= slots.max) return;
    const named = listed(
      running.map((key) => quote(idOf(state.index, key))),
      5,
    );
    yield {
      span: slots.line,
      message: `${running.length} tasks are in progress, ${slots.max} ${slots.max === 1 ? 'slot is' : 'slots are'} allowed: ${named}. Finish or reset some.`,
    };
  },
});
