/** Several rounds of edits, each made for the text that the one before left, as one round for the first text. */
import { inOrder, type TextEdit } from './textEdit';

/** A stretch of the first text that is still there, or words that are new. */
type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

/** All rounds are for the same file, whose first text is `text`. */
export function composeEdits(
  uri: string,
  text: string,
  rounds: readonly (readonly TextEdit[])[],
): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ kind: 'kept', start: 0, end: text.length }];
  for (const round of rounds) {
    // From behind, so that places before stay what they are.
    for (const { span, newText } of [...inOrder(round)].reverse()) {
      pieces = [
        ...cut(pieces, 0, span.start),
        { kind: 'new', text: newText },
        ...cut(pieces, span.end, Infinity),
      ];
    }
  }
  return editsOf(uri, text, pieces);
}

/** The pieces that make up a range of the current text. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = piece.kind === 'kept' ? piece.end - piece.start : piece.text.length;
    const start = Math.max(0, from - at);
    const end = Math.min(length, to - at);
    at += length;
    if (start >= end) continue;
    found.push(
      piece.kind === 'kept'
        ? { kind: 'kept', start: piece.start + start, end: piece.start + end }
        : { kind: 'new', text: piece.text.slice(start, end) },
    );
  }
  return found;
}

function editsOf(uri: string, text: string, pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  let words = '';
  const close = (to: number): void => {
    const expected = text.slice(from, to);
    if (expected !== words)
      edits.push({ uri, span: { start: from, end: to }, expected, newText: words });
    words = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'new') words += piece.text;
    else {
      close(piece.start);
      from = piece.end;
    }
  }
  close(text.length);
  return edits;
}
