/** Fix of elided-content: the line goes. What it stands for has to come from the file's history. */
import { lineAround, wholeLines } from '../../edits/lines';
import { defineFix } from '../fix';
import { repaired } from '../support/repair';

export const fixElidedContent = defineFix({
  code: 'elided-content',
  *offers({ document, finding }) {
    const { uri, text } = document;
    const span = wholeLines(text, lineAround(text, finding.span.start));
    const edit = { uri, span, expected: text.slice(span.start, span.end), newText: '' };
    yield {
      title: 'Remove this line',
      make: (context) => repaired(context, document, 'elided-content', [edit]),
    };
  },
});
