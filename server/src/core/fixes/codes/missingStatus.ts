/** Fix of missing-status: pending, until somebody knows better. */
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationAtId } from '../support/places';

export const fixMissingStatus = defineFix({
  code: 'missing-status',
  *offers(scene) {
    const found = declarationAtId(scene);
    if (found) yield statusOffer(found.target, found.declaration.id.value, 'pending');
  },
});
