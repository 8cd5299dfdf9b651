/** unclosed-fence: a code fence that is never closed; it is read as plain text. */
import { defineRule } from '../rule';

export const unclosedFence = defineRule({
  code: 'unclosed-fence',
  severity: 'warning',
  *check(_state, document) {
    for (const { code, span } of document.problems) {
      if (code === 'unclosed-fence')
        yield {
          span,
          message: 'This code fence is never closed. It was read as text; close it, or remove it.',
        };
    }
  },
});
