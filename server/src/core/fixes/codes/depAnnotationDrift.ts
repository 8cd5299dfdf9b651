/** Fixes of dep-annotation-drift: the mark says what is true, or goes. It decides nothing either way. */
import { setAnnotation } from '../../edits/changeReference';
import { firmTargets } from '../../graph/dependencyGraph';
import { isDone } from '../../model/status';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { dependencyAt, targetOf } from '../support/places';

export const fixDepAnnotationDrift = defineFix({
  code: 'dep-annotation-drift',
  isMechanical: true,
  *offers(scene) {
    const found = dependencyAt(scene, (d) => d.reference.item);
    if (!found) return;
    const target = targetOf(found);
    const { tasks } = scene.context.state.index;
    const isMet = firmTargets(found.dependency.resolution).every((key) =>
      isDone(tasks.get(key)?.status ?? 'unknown'),
    );
    const name = quote(found.reference.text.value);
    yield {
      title: `Mark ${name} as ${isMet ? 'done' : 'not done'}`,
      isPreferred: true,
      make: (context) => setAnnotation(context, target, isMet ? 'done' : 'open'),
    };
    yield {
      title: `Remove the mark of ${name}`,
      make: (context) => setAnnotation(context, target, undefined),
    };
  },
});
