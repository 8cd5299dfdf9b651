/** Fix of duplicate-id: a repeat that says the same as the first declaration goes. Where they differ, people decide. */
import { removeDeclaration } from '../../edits/removeDeclaration';
import type { Declaration } from '../../model/declaration';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { declarationAtId } from '../support/places';

export const fixDuplicateId = defineFix({
  code: 'duplicate-id',
  isForAll: true,
  *offers(scene) {
    const found = declarationAtId(scene);
    const id = found?.declaration.id.value.toLowerCase();
    const first = scene.document.declarations.find((d) => d.id.value.toLowerCase() === id);
    if (!found || !first || first === found.declaration) return;
    if (said(first) !== said(found.declaration)) return;
    yield {
      title: `Remove this repeat of ${quote(first.id.value)}`,
      isPreferred: true,
      make: (context) => removeDeclaration(context, found.target),
    };
  },
});

function said({ status, fields, form }: Declaration): string {
  const values = fields
    .map((f) => `${f.key} ${f.name.value} ${f.value.value}`.toLowerCase())
    .sort();
  return JSON.stringify([form, status.value, values]);
}
