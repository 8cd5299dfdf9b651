/** Fix of literal-newlines: real line breaks. */
import { eolOf } from '../../edits/lines';
import type { TextEdit } from '../../edits/textEdit';
import { defineFix } from '../fix';
import { repaired } from '../support/repair';

export const fixLiteralNewlines = defineFix({
  code: 'literal-newlines',
  isMechanical: true,
  *offers({ document }) {
    const { uri, text } = document;
    const newText = eolOf(text);
    const edits = [...text.matchAll(/\\n/g)].map(({ index, 0: expected }): TextEdit => ({
      uri,
      span: { start: index, end: index + 2 },
      expected,
      newText,
    }));
    yield {
      title: `Replace \\n by line breaks (${edits.length} times)`,
      isPreferred: true,
      make: (context) => repaired(context, document, 'literal-newlines', edits),
    };
  },
});
