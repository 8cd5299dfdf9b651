/** Splitting into lines the way markdown does: LF, CRLF and CR end a line, nothing else does. */

export interface RawLine {
  /** Offset of the first unit. */
  readonly start: number;
  /** Offset behind the last unit, the line break excluded. */
  readonly end: number;
}

/** All lines from offset `from` on; behind a last line break stands an empty line, so there is always one. */
export function rawLinesOf(text: string, from = 0): RawLine[] {
  const lines: RawLine[] = [];
  let start = from;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) continue;
    lines.push({ start, end: i });
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}
