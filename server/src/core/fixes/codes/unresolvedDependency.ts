/** Fixes of unresolved-dependency: the id that was probably meant, or no dependency. */
import { replaceReference } from '../../edits/changeReference';
import { removeDependency } from '../../edits/removeDependency';
import { gapsOf } from '../../graph/dependencyGraph';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { dependencyAt, targetOf } from '../support/places';

export const fixUnresolvedDependency = defineFix({
  code: 'unresolved-dependency',
  isForAll: true,
  *offers(scene) {
    const found = dependencyAt(scene);
    if (!found) return;
    const { resolution } = found.dependency;
    if (resolution.kind !== 'unresolved' && gapsOf(resolution).length === 0) return;
    const target = targetOf(found);
    const nearest = resolution.kind === 'unresolved' ? resolution.nearest : undefined;
    if (nearest !== undefined)
      yield {
        title: `Change to ${quote(nearest)}`,
        isPreferred: true,
        make: (context) => replaceReference(context, target, nearest),
      };
    yield {
      title: `Remove the dependency on ${quote(found.reference.text.value)}`,
      make: (context) => removeDependency(context, target),
    };
  },
});
