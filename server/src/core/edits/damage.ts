/** Places where the text is not what was read: repaired only in our reading, so that writing there would do harm. */
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { findMojibake } from '../text/mojibake';
import { lineAround } from './lines';
import { type Refusal, refused } from './textEdit';

/** Why nothing can be written into this file at all; nothing for a healthy one. */
export function fileDamage({ coverage, problems }: QueueDocument): Refusal | undefined {
  switch (coverage) {
    case 'too-large':
      return refused('The queue is too large to be edited here.');
    case 'binary':
      return refused('The file holds NUL bytes; restore it first.');
    case 'full':
      return problems.some((p) => p.code === 'literal-newlines')
        ? refused('The line breaks of this file are written as \\n. Replace them first.')
        : undefined;
  }
}

/** Why nothing can be written at a place; nothing where the text is whole. */
export function damageAt(document: QueueDocument, span: Span): Refusal | undefined {
  const file = fileDamage(document);
  if (file) return file;
  const { text, problems } = document;
  const lines = {
    start: lineAround(text, span.start).start,
    end: lineAround(text, span.end).end,
  };
  if (problems.some((p) => p.code === 'glued-heading' && overlap(p.span, lines)))
    return refused('A heading is glued to this line. Give it a line of its own first.');
  if (
    problems.some((p) => p.code === 'mojibake') &&
    findMojibake(text.slice(lines.start, lines.end)).length > 0
  )
    return refused('This line holds damaged characters. Repair them first.');
  return undefined;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
