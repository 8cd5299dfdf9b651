/** Fix of missing-started: the time that its Worker tells, else that of the clock, because nothing else is known. */
import { setField } from '../../edits/setField';
import { startTimeOf } from '../../rules/support/startTime';
import { defineFix } from '../fix';
import { declarationAtId } from '../support/places';
import { stampOf } from '../support/stamp';

export const fixMissingStarted = defineFix({
  code: 'missing-started',
  *offers(scene) {
    const found = declarationAtId(scene);
    if (!found) return;
    const { state } = scene.context;
    const spawned = startTimeOf(state, scene.document.uri, found.declaration)?.time.text.value;
    if (spawned !== undefined)
      yield {
        title: `Set Started to when its worker was spawned (${spawned})`,
        isPreferred: true,
        make: (context) => setField(context, { ...found.target, field: 'started', value: spawned }),
      };
    const value = stampOf(state, scene.document);
    yield {
      title: `Set Started to now (${value})`,
      make: (context) => setField(context, { ...found.target, field: 'started', value }),
    };
  },
});
