/** missing-worker: a task in progress that names nobody working on it. */
import { statedField } from '../../model/statedField';
import { defineRule } from '../rule';
import { tasksLacking } from '../support/lackingField';
import { quote } from '../support/quote';

export const missingWorker = defineRule({
  code: 'missing-worker',
  severity: 'information',
  *check(state, document) {
    for (const { id } of tasksLacking(
      state,
      document,
      ['in-progress'],
      (d) => statedField(d, 'worker') !== undefined,
    )) {
      yield {
        span: id.span,
        message: `${quote(id.value)} is in progress, but names no worker. Add \`- **Worker:** …\`, or set it back to pending.`,
      };
    }
  },
});
