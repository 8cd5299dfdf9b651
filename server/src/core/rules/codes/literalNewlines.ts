/** literal-newlines: line breaks written as the two characters \\n. */
import { defineRule } from '../rule';

export const literalNewlines = defineRule({
  code: 'literal-newlines',
  severity: 'warning',
  *check(_state, document) {
    for (const { code, span, detail } of document.problems) {
      if (code === 'literal-newlines')
        yield {
          span,
          message: `Line breaks are written as the two characters \\n (${detail ?? 'several'} times). Replace them with real line breaks.`,
        };
    }
  },
});
