/** ts-order: a task was completed, or claimed to be, before it was started. */
import type { Declaration } from '../../model/declaration';
import type { Field } from '../../model/field';
import { statedField } from '../../model/statedField';
import type { QueueState } from '../../state';
import { readTime, type WrittenTime } from '../../time/readTime';
import { defineRule } from '../rule';
import { quote } from '../support/quote';
import { futureTolerance } from '../support/plausibleTime';

export const tsOrder = defineRule({
  code: 'ts-order',
  severity: 'information',
  *check(state, document) {
    for (const declaration of document.declarations) {
      const started = stampOf(state, declaration, 'started');
      const ended = [
        stampOf(state, declaration, 'completed'),
        stampOf(state, declaration, 'claimed'),
      ];
      const wrong = started && ended.find((end) => end && end.time.latest < started.time.earliest);
      if (!started || !wrong) continue;
      yield {
        span: wrong.time.text.span,
        message: `${wrong.name} ${quote(wrong.time.text.value)} is before ${started.name} ${quote(started.time.text.value)}. Correct one of them.`,
        related: [{ uri: document.uri, span: started.time.text.span, message: `${started.name}.` }],
      };
    }
  },
});

/** Nothing for a time that has not come yet: that is wrong by itself, and its order says nothing more (C8). */
function stampOf(
  state: QueueState,
  declaration: Declaration,
  key: Field['key'],
): { readonly name: string; readonly time: WrittenTime } | undefined {
  const field = statedField(declaration, key);
  const time = field && readTime(field.value, state.options.localOffsetMinutes);
  if (!field || !time || time.earliest > state.now + futureTolerance) return undefined;
  return { name: field.name.value, time };
}
