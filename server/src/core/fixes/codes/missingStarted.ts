/** Fix of missing-started: the time is taken from the clock, because nothing else is known. */
import { setField } from '../../edits/setField';
import { defineFix } from '../fix';
import { declarationAtId } from '../support/places';
import { stampOf } from '../support/stamp';

export const fixMissingStarted = defineFix({
  code: 'missing-started',
  *offers(scene) {
    const found = declarationAtId(scene);
    if (!found) return;
    const value = stampOf(scene.context.state, scene.document);
    yield {
      title: `Set Started to now (${value})`,
      make: (context) => setField(context, { ...found.target, field: 'started', value }),
    };
  },
});
