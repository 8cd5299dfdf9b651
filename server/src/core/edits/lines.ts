/** Line breaks of a text, as far as writing into it needs them. */
import type { Span } from '../model/span';

/** The line break that the file uses: that of its first line, LF where there is none. */
export function eolOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The line that holds `offset`, without its break. */
export function lineAround(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  if (start === 0 && text.charCodeAt(0) === 0xfeff) start = 1;
  return { start: Math.min(start, offset), end: lineEndFrom(text, offset) };
}

/** Where the line that holds `offset` ends, its break excluded. */
export function lineEndFrom(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end++;
  return end;
}

/** Behind the break that ends the line at `lineEnd`; `lineEnd` itself at the end of the text. */
function afterBreak(text: string, lineEnd: number): number {
  if (text.startsWith('\r\n', lineEnd)) return lineEnd + 2;
  return lineEnd < text.length ? lineEnd + 1 : lineEnd;
}

/** The line behind the one that ends at `lineEnd`; nothing behind the last one. */
export function nextLine(text: string, lineEnd: number): Span | undefined {
  const start = afterBreak(text, lineEnd);
  return start === lineEnd ? undefined : { start, end: lineEndFrom(text, start) };
}

/** The line before the one that starts at `lineStart`; nothing before the first one. */
export function lineBefore(text: string, lineStart: number): Span | undefined {
  if (lineStart <= 0 || !isBreak(text, lineStart - 1)) return undefined;
  const end = text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
  return lineAround(text, end);
}

/** True for a line of nothing but blanks, tabs and a byte order mark. */
export function isBlankLine(text: string, line: Span): boolean {
  return /^[ \t\ufeff]*$/.test(text.slice(line.start, line.end));
}

/** Where the last line of `span` that says something ends. */
export function lastWordsEnd(text: string, span: Span): number {
  const trimmed = text.slice(span.start, span.end).replace(/\s+$/, '');
  return lineEndFrom(text, span.start + trimmed.length);
}

/**
 * What to cut so that the lines of `span` are gone: the break behind them, too. Where nothing but blank lines follows,
 * those before them go instead, so that the end of the file stays as it is.
 */
export function wholeLines(text: string, { start, end }: Span): Span {
  if (text.slice(end).trim() !== '') return { start, end: afterBreak(text, end) };
  const before = text.slice(0, start).replace(/\s+$/, '').length;
  return { start: before === 0 && start > 0 ? Math.min(start, bomLength(text)) : before, end };
}

function bomLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
}
