/** Fix of glued-heading: a line of its own. */
import { eolOf } from '../../edits/lines';
import { defineFix } from '../fix';
import { repaired } from '../support/repair';

export const fixGluedHeading = defineFix({
  code: 'glued-heading',
  isMechanical: true,
  *offers({ document, finding }) {
    const { uri, text } = document;
    const at = finding.span.start;
    const eol = eolOf(text);
    const edit = { uri, span: { start: at, end: at }, expected: '', newText: eol + eol };
    yield {
      title: 'Start the heading on a line of its own',
      isPreferred: true,
      make: (context) => repaired(context, document, 'glued-heading', [edit]),
    };
  },
});
