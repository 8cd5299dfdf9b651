/** ts-future: a time that has not come yet. Agents have no clock; such a value is not used for ages or order. */
import { readTime } from '../../time/readTime';
import { defineRule } from '../rule';
import { quote } from '../support/quote';
import { futureTolerance } from '../support/plausibleTime';
import { timeFields } from '../support/timeFields';

export const tsFuture = defineRule({
  code: 'ts-future',
  severity: 'information',
  *check(state, document) {
    for (const declaration of document.declarations) {
      for (const field of timeFields(declaration)) {
        const time = readTime(field.value, state.options.localOffsetMinutes);
        // A day without its time is what ts-format tells; it would be the same mistake twice.
        if (!time || time.malformed === 'placeholder') continue;
        if (time.earliest <= state.now + futureTolerance) continue;
        yield {
          span: time.text.span,
          message: `${field.name.value} ${quote(time.text.value)} lies in the future. Write when it really was; until then the value is ignored.`,
        };
      }
    }
  },
});
