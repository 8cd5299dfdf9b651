/** Fixes of duplicate-field: one of the two goes. The first one counts, so taking out the further one changes nothing. */
import { removeRepeatedField } from '../../edits/changeField';
import { sameSpan } from '../../model/span';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { declarationWhere } from '../support/places';

export const fixDuplicateField = defineFix({
  code: 'duplicate-field',
  *offers({ document, finding }) {
    const found = declarationWhere(document, (d) =>
      d.fields.some((f) => sameSpan(f.line, finding.span)),
    );
    if (!found) return;
    const { fields } = found.declaration;
    const index = fields.findIndex(
      (f, i) => sameSpan(f.line, finding.span) && fields.slice(0, i).some((g) => g.key === f.key),
    );
    const further = fields[index];
    const first = fields.findIndex((f) => f.key === further?.key);
    if (!further) return;
    yield {
      title: `Remove this ${further.name.value}, keep ${quote(fields[first]?.value.value ?? '', 30)}`,
      isPreferred: true,
      make: (context) => removeRepeatedField(context, { ...found.target, index }),
    };
    yield {
      title: `Keep ${quote(further.value.value, 30)}, remove the ${further.name.value} above`,
      make: (context) => removeRepeatedField(context, { ...found.target, index: first }),
    };
  },
});
