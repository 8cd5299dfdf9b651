/** glued-heading: a heading at the end of another line, where markdown sees none. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const gluedHeading = defineRule({
  code: 'glued-heading',
  severity: 'warning',
  *check(_state, document) {
    for (const { code, span, detail } of document.problems) {
      if (code === 'glued-heading')
        yield {
          span,
          message: `${quote(detail ?? '')} is glued to the line before it, so markdown shows no heading. Start it on a line of its own.`,
        };
    }
  },
});
