/**
 * Small changes of a text, each with what must stand there for it to be made: compare-and-swap. Nothing here knows
 * queues; `checkedEdit.ts` makes sure that a change means what it is meant to mean.
 */
import type { Span } from '../model/span';

export interface TextEdit {
  readonly uri: string;
  /** In the text that was read; empty for an insertion. */
  readonly span: Span;
  /** The text of the span as it was read. Elsewhere the edit refuses to be applied. */
  readonly expected: string;
  readonly newText: string;
}

/** Why nothing was done, in a sentence for the user. */
export interface Refusal {
  readonly kind: 'refused';
  readonly why: string;
}

export interface Edits {
  readonly kind: 'edits';
  /** What the edits do, for the undo list and for messages. */
  readonly description: string;
  /** By place, never overlapping; empty when everything already is as it was asked for. */
  readonly edits: readonly TextEdit[];
}

export type EditResult = Edits | Refusal;

/** A refusal for that reason. */
export function refused(why: string): Refusal {
  return { kind: 'refused', why };
}

/** The text after the edits, all of them or none; a refusal when the text is no longer the one they were made for. */
export function applyEdits(
  text: string,
  edits: readonly TextEdit[],
): { readonly kind: 'text'; readonly text: string } | Refusal {
  const ordered = inOrder(edits);
  let out = '';
  let from = 0;
  for (const { span, expected, newText } of ordered) {
    if (span.start < from || span.end < span.start)
      return refused('Two of the changes overlap, so none was made.');
    if (span.end > text.length || text.slice(span.start, span.end) !== expected)
      return refused('The text has changed since it was read, so nothing was changed. Try again.');
    out += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return { kind: 'text', text: out + text.slice(from) };
}

/** By place; insertions at one place keep their order. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
