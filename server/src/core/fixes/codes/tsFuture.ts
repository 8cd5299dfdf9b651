/** Fix of ts-future: now, from the clock, in the zone and form of what is there. */
import { changeWithinField } from '../../edits/changeField';
import { holdsSpan } from '../../model/span';
import { defineFix } from '../fix';
import { fieldAt } from '../support/places';
import { dateOf, stampOf } from '../support/stamp';

export const fixTsFuture = defineFix({
  code: 'ts-future',
  *offers(scene) {
    const {
      finding,
      document,
      context: { state },
    } = scene;
    const found = fieldAt(scene, (f) => holdsSpan(f.value.span, finding.span));
    if (!found) return;
    const old = document.text.slice(finding.span.start, finding.span.end);
    const value = /\d:\d/.test(old) ? stampOf(state, document, old) : dateOf(state, document);
    yield {
      title: `Set ${found.field.name.value} to now (${value})`,
      make: (context) =>
        changeWithinField(context, { ...found.target, index: found.index }, finding.span, value),
    };
  },
});
