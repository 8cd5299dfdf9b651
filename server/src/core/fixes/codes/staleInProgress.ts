/** Fix of stale-in-progress: nobody is at it any more, so it is pending again. */
import { sameSpan } from '../../model/span';
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationWhere } from '../support/places';

export const fixStaleInProgress = defineFix({
  code: 'stale-in-progress',
  *offers({ document, finding }) {
    const found = declarationWhere(document, (d) =>
      d.fields.some((f) => f.key === 'started' && sameSpan(f.value.span, finding.span)),
    );
    if (found) yield statusOffer(found.target, found.declaration.id.value, 'pending');
  },
});
