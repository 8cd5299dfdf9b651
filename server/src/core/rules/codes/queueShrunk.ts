/** queue-shrunk: a change from outside took tasks away, and nobody has restored or accepted it yet. */
import { defineRule } from '../rule';
import { alarmWords } from '../support/alarmWords';

export const queueShrunk = defineRule({
  code: 'queue-shrunk',
  severity: 'error',
  *check({ alarms }, { uri, lines, text }) {
    const alarm = alarms.get(uri);
    // The markers have a rule of their own, at their places.
    if (alarm === undefined || alarm.reasons.every((reason) => reason === 'conflict')) return;
    const start = text.startsWith('\ufeff') ? 1 : 0;
    const firstLine = text.slice(start, lines.starts[1] ?? text.length).trimEnd();
    yield {
      span: { start, end: start + firstLine.length },
      message: `${alarmWords(alarm, 'this queue')} Bring back what is missing with "Restore Lost Tasks...", or say that the change was intended.`,
    };
  },
});
