/** ready-but-idle: slots are free, tasks are ready, and nothing starts. */
import { idOf } from '../../index/idOf';
import { defineRule } from '../rule';
import { listed, quote } from '../support/quote';

const minute = 60_000;

export const readyButIdle = defineRule({
  code: 'ready-but-idle',
  severity: 'information',
  *check(state, document) {
    const schedule = state.schedule.byQueue.get(document.uri);
    if (!schedule || !document.slots || schedule.ready.length === 0 || schedule.slots.free === 0)
      return;
    const changed = state.queueTimes.get(document.uri);
    // Somebody who has just written the queue may be about to start them.
    if (changed !== undefined && state.now - changed < state.options.idleGraceMinutes * minute)
      return;
    const { free } = schedule.slots;
    const named = listed(schedule.ready.map((key) => quote(idOf(state.index, key))));
    yield {
      span: document.slots.line,
      message: `${free} ${free === 1 ? 'slot is' : 'slots are'} free and ${schedule.ready.length} ${schedule.ready.length === 1 ? 'task is' : 'tasks are'} ready: ${named}. Start the next one.`,
    };
  },
});
