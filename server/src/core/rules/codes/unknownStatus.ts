/** unknown-status: a Status that is none of the words we know. */
import { plainStatus, lexicon } from '../../dialect/statusLexicon';
import { nearestId } from '../../index/nearestId';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const unknownStatus = defineRule({
  code: 'unknown-status',
  severity: 'warning',
  *check(_state, document) {
    for (const { status, kind } of document.declarations) {
      if (status.value !== 'unknown' || !status.text || kind !== 'task') continue;
      const near = nearestId(
        plainStatus(status.text.value).replace(/\s+/g, '-'),
        lexicon().map(([word]) => word),
      );
      const advice =
        near === undefined
          ? 'Use one of pending, in-progress, needs-validation, self-validated, validated, complete, blocked, failed, cancelled; put the rest in parentheses.'
          : `Did you mean ${quote(near)}?`;
      yield {
        span: status.text.span,
        message: `${quote(status.text.value)} is no known status. ${advice}`,
      };
    }
  },
});
