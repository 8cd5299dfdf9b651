/** missing-model: an open task that does not say which model is to do it. */
import { fieldOf } from '../../model/declaration';
import { defineRule } from '../rule';
import { isFilled, tasksLacking } from '../support/lackingField';
import { quote } from '../support/quote';

export const missingModel = defineRule({
  code: 'missing-model',
  severity: 'information',
  *check(state, document) {
    for (const { id } of tasksLacking(state, document, ['pending', 'in-progress'], (d) =>
      isFilled(fieldOf(d, 'model')?.value.value),
    )) {
      yield {
        span: id.span,
        message: `${quote(id.value)} names no model. Add \`- **Model:** …\`, so that the right worker is spawned.`,
      };
    }
  },
});
