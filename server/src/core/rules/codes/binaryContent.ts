/** binary-content: a queue file with NUL bytes; it is no text. */
import { defineRule } from '../rule';

export const binaryContent = defineRule({
  code: 'binary-content',
  severity: 'warning',
  *check(_state, document) {
    for (const { code, span } of document.problems) {
      if (code === 'binary-content')
        yield {
          span,
          message:
            'This file holds NUL bytes, so it is no text and was not read. Restore it from history, or save it as UTF-8.',
        };
    }
  },
});
