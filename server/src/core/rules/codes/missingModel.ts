/** missing-model: an open task that does not say which model is to do it. */
import { statedField } from '../../model/statedField';
import { defineRule } from '../rule';
import { tasksLacking } from '../support/lackingField';
import { quote } from '../support/quote';

export const missingModel = defineRule({
  code: 'missing-model',
  severity: 'information',
  *check(state, document) {
    for (const { id } of tasksLacking(
      state,
      document,
      ['pending', 'in-progress'],
      (d) => statedField(d, 'model') !== undefined,
    )) {
      yield {
        span: id.span,
        message: `${quote(id.value)} names no model. Add \`- **Model:** …\`, so that the right worker is spawned.`,
      };
    }
  },
});
