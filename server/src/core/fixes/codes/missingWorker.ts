/** Fix of missing-worker: with nobody at it, the task is pending. */
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationAtId } from '../support/places';

export const fixMissingWorker = defineFix({
  code: 'missing-worker',
  *offers(scene) {
    const found = declarationAtId(scene);
    if (found) yield statusOffer(found.target, found.declaration.id.value, 'pending');
  },
});
