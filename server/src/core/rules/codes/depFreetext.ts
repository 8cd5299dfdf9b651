/** dep-freetext: a dependency in words, which no tool can check. */
import { defineRule } from '../rule';
import { declaredDependencies } from '../support/openTasks';
import { quote } from '../support/quote';

export const depFreetext = defineRule({
  code: 'dep-freetext',
  severity: 'hint',
  *check(state, document) {
    for (const { reference } of declaredDependencies(state, document)) {
      if (reference.kind !== 'free-text') continue;
      yield {
        span: reference.text.span,
        message: `${quote(reference.text.value)} names no task. Write task ids, \`Phase N\`, or \`None\`, so that it can be checked.`,
      };
    }
  },
});
