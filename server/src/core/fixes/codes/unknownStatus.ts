/** Fixes of unknown-status: the word that was probably meant, else one of ours with the old words behind it. */
import { lexicon, plainStatus, statusOfWords } from '../../dialect/statusLexicon';
import type { KnownStatus } from '../../edits/fileStyle';
import { explainStatus, setStatus } from '../../edits/setStatus';
import { nearestId } from '../../index/nearestId';
import { sameSpan } from '../../model/span';
import { quote } from '../../rules/support/quote';
import { defineFix } from '../fix';
import { declarationWhere } from '../support/places';

const choices: readonly KnownStatus[] = [
  'pending',
  'in-progress',
  'needs-validation',
  'complete',
  'blocked',
  'failed',
  'cancelled',
];

export const fixUnknownStatus = defineFix({
  code: 'unknown-status',
  *offers({ document, finding }) {
    const found = declarationWhere(
      document,
      (d) => d.status.text !== undefined && sameSpan(d.status.text.span, finding.span),
    );
    const words = found?.declaration.status.text?.value;
    if (!found || words === undefined) return;
    const near = nearestId(
      plainStatus(words).replace(/\s+/g, '-'),
      lexicon().map(([word]) => word),
    );
    const meant = near === undefined ? undefined : statusOfWords(near);
    if (meant !== undefined && meant !== 'unknown') {
      yield {
        title: `Change to ${meant}`,
        isPreferred: true,
        make: (context) => setStatus(context, { ...found.target, status: meant }),
      };
      return;
    }
    for (const status of choices)
      yield {
        title: `Change to ${status}, with ${quote(words, 30)} in parentheses`,
        make: (context) => explainStatus(context, { ...found.target, status }),
      };
  },
});
