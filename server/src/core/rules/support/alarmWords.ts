/** What the queue guard has to say, in words: for the finding and for the notification. */
import type { GuardAlarm } from '../../guard/guardVerdict';
import { listed, quote } from './quote';

/** One to four sentences: what is gone from `place`, and what else speaks for an accident. Without advice. */
export function alarmWords(alarm: GuardAlarm, place: string): string {
  const { lost, finished, reasons, shrunkBy } = alarm;
  const sentences: string[] = [];
  if (lost.length > 0) sentences.push(`${vanished(lost, 'unfinished', place)}.`);
  else if (finished.length > 0) sentences.push(`${vanished(finished, 'finished', place)}.`);
  if (lost.length > 0 && finished.length > 0)
    sentences.push(
      `${finished.length} finished ${finished.length === 1 ? 'one' : 'ones'} went with them.`,
    );
  const it = sentences.length > 0 ? 'It' : capitalized(place);
  const facts = [
    ...(reasons.includes('shrunk') ? [`is ${shrunkBy} % smaller than before`] : []),
    ...(reasons.includes('elided') ? ['says of content that it was left out'] : []),
    ...(reasons.includes('no-headings') ? ['has no heading any more'] : []),
    ...(reasons.includes('conflict') ? ['holds the markers of a merge conflict'] : []),
  ];
  if (facts.length > 0) sentences.push(`${it} ${listed(facts, facts.length)}.`);
  return sentences.join(' ');
}

function vanished(tasks: GuardAlarm['lost'], kind: string, place: string): string {
  const names = listed(tasks.map(({ id }) => quote(id)));
  return `${tasks.length} ${kind} ${tasks.length === 1 ? 'task' : 'tasks'} vanished from ${place}: ${names}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
