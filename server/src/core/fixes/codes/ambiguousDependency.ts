/** Fixes of ambiguous-dependency: the whole id of each task that could be meant. */
import { replaceReference } from '../../edits/changeReference';
import { idOf } from '../../index/idOf';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { dependencyAt, targetOf } from '../support/places';

/** More choices than this are no help. */
const most = 6;

export const fixAmbiguousDependency = defineFix({
  code: 'ambiguous-dependency',
  *offers(scene) {
    const found = dependencyAt(scene);
    if (found?.dependency.resolution.kind !== 'ambiguous') return;
    const target = targetOf(found);
    for (const key of found.dependency.resolution.targets.slice(0, most)) {
      const id = idOf(scene.context.state.index, key);
      yield {
        title: `Change to ${quote(id)}`,
        make: (context) => replaceReference(context, target, id),
      };
    }
  },
});
