/** missing-started: a task in progress that does not say since when. */
import { fieldOf } from '../../model/declaration';
import { defineRule } from '../rule';
import { isFilled, tasksLacking } from '../support/lackingField';
import { quote } from '../support/quote';

export const missingStarted = defineRule({
  code: 'missing-started',
  severity: 'information',
  *check(state, document) {
    for (const { id } of tasksLacking(state, document, ['in-progress'], (d) =>
      isFilled(fieldOf(d, 'started')?.value.value),
    )) {
      yield {
        span: id.span,
        message: `${quote(id.value)} is in progress, but nothing says since when. Add \`- **Started:** YYYY-MM-DD HH:MM EST\`.`,
      };
    }
  },
});
