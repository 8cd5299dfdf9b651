/** Progress files and notes as lines: fences and comments blanked, damaged characters repaired, offsets kept. */
import { rawLinesOf } from '../parse/lines';
import { maskText } from '../parse/mask';

export interface ProseLine {
  readonly start: number;
  readonly end: number;
  /** 0-based line of the file. A glued heading is a line of its own here, and shares that of the words before it. */
  readonly line: number;
  readonly text: string;
  /** 1 to 6 for a heading, else 0. */
  readonly heading: number;
  /** The text without hashes, list marker and quote marks, and where it starts. */
  readonly content: string;
  readonly contentStart: number;
  /** White space before the first visible character, in UTF-16 units: a tab is one. */
  readonly indent: number;
}

/** All lines, the blanked ones as blank lines. Offsets are those of `text`, line breaks excluded. */
export function proseLinesOf(text: string): readonly ProseLine[] {
  const { masked, start } = maskText(text);
  const ofFile = rawLinesOf(text);
  let at = 0;
  return rawLinesOf(masked, start).map((raw) => {
    while ((ofFile[at + 1]?.start ?? Infinity) <= raw.start) at++;
    const line = masked.slice(raw.start, raw.end);
    const hashes = /^ {0,3}(#{1,6})[ \t]+/.exec(line);
    const lead = hashes?.[0] ?? /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/.exec(line)?.[0] ?? '';
    return {
      start: raw.start,
      end: raw.end,
      line: at,
      text: line,
      heading: hashes?.[1]?.length ?? 0,
      content: line.slice(lead.length).trimEnd(),
      contentStart: raw.start + lead.length,
      indent: /^[ \t]*/.exec(line)?.[0].length ?? 0,
    };
  });
}
