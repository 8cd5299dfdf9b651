/** missing-status: a task that does not say how it stands. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const missingStatus = defineRule({
  code: 'missing-status',
  severity: 'warning',
  *check(_state, document) {
    for (const { id, status, kind } of document.declarations) {
      if (status.source !== 'none' || kind !== 'task') continue;
      yield {
        span: id.span,
        message: `${quote(id.value)} has no status. Add \`- **Status:** pending\`, or what is true.`,
      };
    }
  },
});
