/** Fix of stale-blocked: nothing blocks the task any more. */
import { sameSpan } from '../../model/span';
import { statusSpan } from '../../rules/support/declaredTasks';
import { remainingBlockers } from '../../rules/support/remainingBlocker';
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationWhere } from '../support/places';

export const fixStaleBlocked = defineFix({
  code: 'stale-blocked',
  isForAll: true,
  *offers({ document, finding }) {
    const found = declarationWhere(document, (d) => sameSpan(statusSpan(d), finding.span));
    if (!found) return;
    const { declaration, target } = found;
    // Whether something else is gone, too, is for a person to say.
    const isPreferred = remainingBlockers(declaration, document.text).length === 0;
    yield statusOffer(target, declaration.id.value, 'pending', isPreferred);
  },
});
