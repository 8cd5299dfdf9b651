/** A stretch of text, trimmed, with its exact place. */
import type { Spanned } from '../model/span';

/** The text from `start` to `end` without blanks at its ends; at `start` when nothing is left. */
export function spannedSlice(text: string, start: number, end: number): Spanned<string> {
  const raw = text.slice(start, Math.max(start, end));
  const value = raw.trim();
  const from = value === '' ? start : start + (raw.length - raw.trimStart().length);
  return { value, span: { start: from, end: from + value.length } };
}
