/** Fixes of mirror-drift: correcting the repeat, or the definition. */
import { setMirrorStatus } from '../../edits/setMirrorStatus';
import { sameSpan } from '../../model/span';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { statusOffer } from '../support/offers';
import { declarationWhere } from '../support/places';

export const fixMirrorDrift = defineFix({
  code: 'mirror-drift',
  isForAll: true,
  *offers({ document, finding }) {
    const index = document.mirrors.findIndex((m) =>
      sameSpan(m.status.text?.span ?? m.id.span, finding.span),
    );
    const mirror = document.mirrors[index];
    const found = declarationWhere(
      document,
      (d) => d.id.value.toLowerCase() === mirror?.of && d.status.value !== 'unknown',
    );
    if (!mirror || !found) return;
    const { value } = found.declaration.status;
    const { uri } = document;
    if (value !== 'unknown')
      yield {
        title: `Set this repeat of ${quote(mirror.id.value)} to ${value}`,
        isPreferred: true,
        make: (context) => setMirrorStatus(context, { uri, mirror: index, status: value }),
      };
    if (mirror.status.value !== 'unknown')
      yield statusOffer(found.target, found.declaration.id.value, mirror.status.value);
  },
});
