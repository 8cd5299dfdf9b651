/** Fixes of unclosed-fence: closing it where its code probably ends, or taking it out. */
import { eolOf, isBlankLine, lineAround, nextLine, wholeLines } from '../../edits/lines';
import type { TextEdit } from '../../edits/textEdit';
import type { Span } from '../../model/span';
import { defineFix } from '../fix';
import { repaired } from '../support/repair';

export const fixUnclosedFence = defineFix({
  code: 'unclosed-fence',
  *offers({ document, finding }) {
    const { uri, text } = document;
    const opener = lineAround(text, finding.span.start);
    const fence = /^[ \t]*(?:`{3,}|~{3,})/.exec(text.slice(opener.start, opener.end))?.[0];
    if (fence === undefined) return;
    const closing = (at: number): TextEdit => ({
      uri,
      span: { start: at, end: at },
      expected: '',
      newText: eolOf(text) + fence,
    });
    yield {
      title: 'Close the code fence',
      isPreferred: true,
      make: (context) => {
        const behindSection = repaired(context, document, 'unclosed-fence', [
          closing(sectionEnd(text, opener)),
        ]);
        if (behindSection.kind === 'edits') return behindSection;
        return repaired(context, document, 'unclosed-fence', [closing(paragraphEnd(text, opener))]);
      },
    };
    const span = wholeLines(text, opener);
    const removal = { uri, span, expected: text.slice(span.start, span.end), newText: '' };
    yield {
      title: 'Remove the code fence',
      make: (context) => repaired(context, document, 'unclosed-fence', [removal]),
    };
  },
});

/** Where the last words before the next heading end. */
function sectionEnd(text: string, opener: Span): number {
  let end = opener.end;
  for (let line = nextLine(text, opener.end); line; line = nextLine(text, line.end)) {
    if (/^#{1,6}[ \t]/.test(text.slice(line.start, line.end))) break;
    if (!isBlankLine(text, line)) end = line.end;
  }
  return end;
}

/** Where the lines right below end. */
function paragraphEnd(text: string, opener: Span): number {
  let end = opener.end;
  for (let line = nextLine(text, end); line && !isBlankLine(text, line); line = nextLine(text, end))
    end = line.end;
  return end;
}
