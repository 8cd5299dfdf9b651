/** Fix of ts-format: the date alone, which is all that counted anyway. */
import { changeWithinField } from '../../edits/changeField';
import { holdsSpan } from '../../model/span';
import { defineFix } from '../fix';
import { fieldAt } from '../support/places';

export const fixTsFormat = defineFix({
  code: 'ts-format',
  isMechanical: true,
  *offers(scene) {
    const { finding, document } = scene;
    const found = fieldAt(scene, (f) => holdsSpan(f.value.span, finding.span));
    const date = /^\d{4}-\d{1,2}-\d{1,2}/.exec(document.text.slice(finding.span.start))?.[0];
    if (!found || date === undefined) return;
    yield {
      title: `Keep the date only (${date})`,
      isPreferred: true,
      make: (context) =>
        changeWithinField(context, { ...found.target, index: found.index }, finding.span, date),
    };
  },
});
