/**
 * Cutting the masked text into pieces that can be parsed alone (design index, note 11).
 * A piece starts at a heading in column 0, where every open markdown construct ends; a long piece is cut again at
 * blank lines before unindented text. On the mask, parsing the pieces gives what parsing the whole would give.
 */
import { rawLinesOf } from './lines';

export interface Section {
  /** Offset in the text. */
  readonly start: number;
  /** The masked text of the section, line breaks included. */
  readonly text: string;
}

const heading = /^#{1,6}(?:[ \t]|$)/;
/** Beyond this many UTF-16 units a section is cut again where that is safe. */
const longSection = 8_192;

/** `longest`: sections beyond this many units are cut again; `Infinity` cuts at headings only. */
export function sectionsOf(
  masked: string,
  start: number,
  longest = longSection,
): readonly Section[] {
  const lines = rawLinesOf(masked, start);
  const cuts: number[] = [start];
  let afterBlank = false;
  for (const line of lines) {
    const last = cuts.at(-1) as number;
    const isHeading =
      masked.charCodeAt(line.start) === 35 &&
      heading.test(masked.slice(line.start, Math.min(line.end, line.start + 7)));
    const isLong = line.start - last > longest;
    if (
      line.start > last &&
      (isHeading || (isLong && canCutBefore(masked, line.start, line.end, afterBlank)))
    )
      cuts.push(line.start);
    afterBlank = /^[ \t]*$/.test(masked.slice(line.start, line.end));
  }
  return cuts.map((cut, i) => ({
    start: cut,
    text: masked.slice(cut, cuts[i + 1] ?? masked.length),
  }));
}

/** Unindented text behind a blank line, or a bullet in column 0, closes whatever was open. */
function canCutBefore(masked: string, start: number, end: number, afterBlank: boolean): boolean {
  const first = masked.charAt(start);
  if (start === end || first === ' ' || first === '\t') return false;
  return afterBlank || /^[-*+][ \t]+[^\s]/.test(masked.slice(start, Math.min(end, start + 40)));
}
