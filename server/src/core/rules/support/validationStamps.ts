/** Question and answer within the queue: `Sent to Validator` asks for a verdict, `Validator Result` is one. */
import type { Declaration } from '../../model/declaration';
import type { QueueState } from '../../state';
import { plausibleTime } from './plausibleTime';
import { isStamp } from './timeFields';

export interface ValidationStamps {
  /** Latest moments in ms since the epoch; nothing where no stamp says it, or none that can be believed. */
  readonly asked: number | undefined;
  readonly answered: number | undefined;
}

/** Sent to somebody, or passed by whoever did or led the work (layer 2): an independent verdict is still to come. */
const question = /\bsent to\b|\bself[- ]?validat|\b(?:l2|layer 2)\b|\b(?:requested|request)\b/i;
const answer = /\b(?:validat(?:ed|ion|or)|verified|verification|l3|layer 3)\b/i;

/** The newest of the dated stamps of a task in the queue `uri`. */
export function validationStamps(
  state: QueueState,
  uri: string,
  declaration: Declaration,
): ValidationStamps {
  let [asked, answered]: (number | undefined)[] = [];
  for (const field of declaration.fields) {
    const time = isStamp(field) ? plausibleTime(state, uri, field.value) : undefined;
    if (!time) continue;
    if (question.test(field.name.value)) asked = Math.max(asked ?? -Infinity, time.latest);
    else if (answer.test(field.name.value)) answered = Math.max(answered ?? -Infinity, time.latest);
  }
  return { asked, answered };
}
