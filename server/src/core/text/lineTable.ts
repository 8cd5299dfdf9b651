/** Lines of a text: LF, CRLF and CR end a line, as in the language server protocol. */
import type { Span } from '../model/span';

/** 0-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineTable {
  /** Offset of the first unit of each line; always at least one entry. */
  readonly starts: readonly number[];
  readonly length: number;
}

/** The table of a text; what stands behind its last line break is a line, too, even when it is empty. */
export function lineTableOf(text: string): LineTable {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(i + 1);
  }
  return { starts, length: text.length };
}

/** 0-based line that holds `offset`; offsets outside the text are clamped. */
export function lineAt(lines: LineTable, offset: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** 0-based position of a UTF-16 offset; offsets outside the text are clamped. */
export function positionAt(lines: LineTable, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, lines.length));
  const line = lineAt(lines, clamped);
  return { line, character: clamped - (lines.starts[line] ?? 0) };
}

/** Offset of a 0-based position; a column behind the end of its line is clamped to the line's break. */
export function offsetAt(lines: LineTable, position: Position): number {
  const start = lines.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : lines.length;
  const next = lines.starts[position.line + 1] ?? lines.length;
  return Math.max(start, Math.min(start + position.character, next));
}

/** Start and end of a span as positions. */
export function rangeOf(lines: LineTable, span: Span): { start: Position; end: Position } {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}
