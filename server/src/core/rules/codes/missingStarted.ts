/** missing-started: a task in progress that does not say since when. */
import { statedField } from '../../model/statedField';
import { defineRule } from '../rule';
import { tasksLacking } from '../support/lackingField';
import { quote } from '../support/quote';

export const missingStarted = defineRule({
  code: 'missing-started',
  severity: 'information',
  *check(state, document) {
    for (const { id } of tasksLacking(
      state,
      document,
      ['in-progress'],
      (d) => statedField(d, 'started') !== undefined,
    )) {
      yield {
        span: id.span,
        message: `${quote(id.value)} is in progress, but nothing says since when. Add \`- **Started:** YYYY-MM-DD HH:MM EST\`.`,
      };
    }
  },
});
