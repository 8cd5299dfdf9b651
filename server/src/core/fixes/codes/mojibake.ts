/** Fix of mojibake: every damaged run of the file becomes what it was. */
import type { TextEdit } from '../../edits/textEdit';
import { decodeMojibake, findMojibake } from '../../text/mojibake';
import { defineFix } from '../fix';
import { repaired } from '../support/repair';

export const fixMojibake = defineFix({
  code: 'mojibake',
  isMechanical: true,
  *offers({ document }) {
    const { uri, text } = document;
    const edits = findMojibake(text).map(({ start, end, decoded }): TextEdit => ({
      uri,
      span: { start, end },
      expected: text.slice(start, end),
      newText: decoded,
    }));
    // Text that was damaged twice reads as damaged again; then the whole is decoded as often as it takes.
    const whole = wholeRepair(text);
    yield {
      title:
        edits.length === 1
          ? 'Repair the damaged character'
          : `Repair all ${edits.length} damaged characters`,
      isPreferred: true,
      make: (context) => {
        const once = repaired(context, document, 'mojibake', edits);
        if (once.kind === 'edits') return once;
        const span = { start: 0, end: text.length };
        return repaired(context, document, 'mojibake', [
          { uri, span, expected: text, newText: whole },
        ]);
      },
    };
  },
});

function wholeRepair(text: string): string {
  let now = text;
  for (let round = 0; round < 4 && findMojibake(now).length > 0; round++) now = decodeMojibake(now);
  return now;
}
