/** ts-format: a time of day that was never filled in (`HH:MM`) or does not exist (`24:30`, `00:31 AM`). */
import { readTime } from '../../time/readTime';
import { defineRule } from '../rule';
import { quote } from '../support/quote';
import { timeFields } from '../support/timeFields';

export const tsFormat = defineRule({
  code: 'ts-format',
  severity: 'information',
  *check(state, document) {
    for (const declaration of document.declarations) {
      for (const field of timeFields(declaration)) {
        const time = readTime(field.value, state.options.localOffsetMinutes);
        if (time?.malformed === undefined) continue;
        const what = time.malformed === 'placeholder' ? 'was never filled in' : 'is no time of day';
        yield {
          span: time.text.span,
          message: `${quote(time.text.value)} ${what}; only its date counts. Write \`YYYY-MM-DD HH:MM EST\` with a 24-hour clock.`,
        };
      }
    }
  },
});
