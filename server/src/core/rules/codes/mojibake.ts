/** mojibake: text that was decoded with the wrong character set and saved again. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const mojibake = defineRule({
  code: 'mojibake',
  severity: 'warning',
  *check(_state, document) {
    for (const { code, span, detail } of document.problems) {
      if (code === 'mojibake')
        yield {
          span,
          message: `Damaged characters: ${quote(document.text.slice(span.start, span.end))} was ${quote(detail ?? '')} once. The file was read as Windows-1252 and saved as UTF-8; restore it, or re-encode it.`,
        };
    }
  },
});
