/** missing-started: a task in progress that does not say since when. */
import { statedField } from '../../model/statedField';
import { defineRule } from '../rule';
import { tasksLacking } from '../support/lackingField';
import { quote } from '../support/quote';
import { startTimeOf } from '../support/startTime';

export const missingStarted = defineRule({
  code: 'missing-started',
  severity: 'information',
  *check(state, document) {
    for (const declaration of tasksLacking(
      state,
      document,
      ['in-progress'],
      (d) => statedField(d, 'started') !== undefined,
    )) {
      const spawned = startTimeOf(state, document.uri, declaration)?.time.text.value;
      const known = spawned === undefined ? '' : `; its worker was spawned ${quote(spawned)}`;
      yield {
        span: declaration.id.span,
        message: `${quote(declaration.id.value)} is in progress, but has no Started${known}. Add \`- **Started:** ${spawned ?? 'YYYY-MM-DD HH:MM EST'}\`.`,
      };
    }
  },
});
