/** Fixes of unmet-dependency: the task waits after all, or does not depend on the other one. */
import { removeDependency } from '../../edits/removeDependency';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { dependencyAt, targetOf } from '../support/places';

export const fixUnmetDependency = defineFix({
  code: 'unmet-dependency',
  *offers(scene) {
    const found = dependencyAt(scene);
    if (!found) return;
    const { key, declaration } = targetOf(found);
    yield statusOffer({ key, declaration }, found.declaration.id.value, 'pending');
    yield {
      title: `Remove the dependency on ${quote(found.reference.text.value)}`,
      make: (context) => removeDependency(context, targetOf(found)),
    };
  },
});
