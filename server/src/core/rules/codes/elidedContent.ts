/** elided-content: a line that stands for content somebody left out; what stood there is gone. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const elidedContent = defineRule({
  code: 'elided-content',
  severity: 'warning',
  *check(_state, document) {
    for (const { code, span, detail } of document.problems) {
      if (code === 'elided-content')
        yield {
          span,
          message: `${quote(detail ?? '')} only says that content was left out. Put the real content back from the file's history.`,
        };
    }
  },
});
