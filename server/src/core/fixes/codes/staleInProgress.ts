/** Fix of stale-in-progress: nobody is at it any more, so it is pending again. */
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationWhere, sameSpan } from '../support/places';

export const fixStaleInProgress = defineFix({
  code: 'stale-in-progress',
  *offers({ document, finding }) {
    const found = declarationWhere(document, (d) =>
      d.fields.some((f) => f.key === 'started' && sameSpan(f.value.span, finding.span)),
    );
    if (found) yield statusOffer(found.target, found.declaration.id.value, 'pending');
  },
});
