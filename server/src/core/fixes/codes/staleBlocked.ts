/** Fix of stale-blocked: nothing blocks the task any more. */
import { sameSpan } from '../../model/span';
import { statusSpan } from '../../rules/support/openTasks';
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationWhere } from '../support/places';

export const fixStaleBlocked = defineFix({
  code: 'stale-blocked',
  isForAll: true,
  *offers({ document, finding }) {
    const found = declarationWhere(document, (d) => sameSpan(statusSpan(d), finding.span));
    if (found) yield statusOffer(found.target, found.declaration.id.value, 'pending', true);
  },
});
