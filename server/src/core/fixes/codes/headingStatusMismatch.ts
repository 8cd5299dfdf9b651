/** Fixes of heading-status-mismatch: the mark follows the Status field, or the other way round. */
import { setHeadingMark } from '../../edits/setHeadingMark';
import { sameSpan } from '../../model/span';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationWhere } from '../support/places';

export const fixHeadingStatusMismatch = defineFix({
  code: 'heading-status-mismatch',
  isForAll: true,
  *offers({ document, finding }) {
    const found = declarationWhere(
      document,
      (d) => d.mark !== undefined && sameSpan(d.mark.span, finding.span),
    );
    if (!found) return;
    const { declaration, target } = found;
    yield {
      title: `Let the heading of ${quote(declaration.id.value)} say ${declaration.status.value}`,
      isPreferred: true,
      make: (context) => setHeadingMark(context, target),
    };
    const claims = declaration.mark?.claims;
    if (claims !== undefined && claims !== 'unknown')
      yield statusOffer(target, declaration.id.value, claims);
  },
});
