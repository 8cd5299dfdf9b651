/** heading-status-mismatch: the mark in the heading says something else than the Status field. */
import { statusesBesideMark } from '../../dialect/statusesBesideMark';
import type { HeadingMark } from '../../model/declaration';
import { bucketOf, type Status } from '../../model/status';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const headingStatusMismatch = defineRule({
  code: 'heading-status-mismatch',
  severity: 'warning',
  *check(_state, document) {
    for (const { mark, status } of document.declarations) {
      if (mark?.claims === undefined || status.source !== 'field' || status.value === 'unknown')
        continue;
      if (agrees(mark, mark.claims, status.value)) continue;
      const words = quote(document.text.slice(mark.span.start, mark.span.end));
      yield {
        span: mark.span,
        message: `The heading says ${words} (${mark.claims}), the Status field says ${status.value}. Make them agree.`,
      };
    }
  },
});

/** Beyond what rule S3 lets stand, only another class is a contradiction: ❌ is what many write of whatever has not worked out. */
function agrees(mark: HeadingMark, claims: Status, status: Status): boolean {
  if (claims === status) return true;
  const besides = statusesBesideMark(mark.emoji, claims);
  if (besides) return besides.includes(status);
  if (claims === 'failed') return status === 'blocked' || status === 'cancelled';
  return bucketOf(claims) === bucketOf(status);
}
