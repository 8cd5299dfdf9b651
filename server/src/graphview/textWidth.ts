/** How wide a text will be without a page to measure it on: a little too wide rather than too narrow, in any common sans-serif. */

/** Widths in em of the characters that are not as wide as their kind. */
const exceptions: Readonly<Record<string, number>> = Object.fromEntries([
  ...[..." .,:;'|!iIjl"].map((c) => [c, 0.34] as const),
  ...[...'()[]{}/\\ftr"-`'].map((c) => [c, 0.43] as const),
  ...[...'mwMW@%'].map((c) => [c, 0.98] as const),
]);

const ascii = Float64Array.from({ length: 128 }, (_, code) => {
  const c = String.fromCharCode(code);
  return exceptions[c] ?? (/[A-Z]/.test(c) ? 0.7 : /[0-9_+=<>~#&]/.test(c) ? 0.66 : 0.6);
});

/** Combining marks, joiners and the selectors of emoji take no room; of the rest the far East and emoji take the most. */
function widthOf(code: number): number {
  if (code < 128) return ascii[code] ?? 0.6;
  if ((code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f)) return 0;
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f)) return 0;
  if (code >= 0xfe00 && code <= 0xfe0f) return 0;
  if (code >= 0x1100 && (code <= 0x115f || code >= 0x2e80)) return 1.3;
  return code >= 0x2190 ? 1.1 : 0.68;
}

/** Pixels that a text takes at a font size. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const c of text) em += widthOf(c.codePointAt(0) ?? 0);
  return em * fontSize;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text if it fits, else as much of it as does, with an ellipsis; never half of a character that people see as one. */
export function shorten(text: string, fontSize: number, room: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  const isPlain = /^[\x20-\x7e]*$/.test(text);
  let left = room / fontSize - 1;
  let kept = '';
  const parts = isPlain ? text : Array.from(graphemes.segment(text), ({ segment }) => segment);
  for (const part of parts) {
    left -= textWidth(part, 1);
    if (left < 0) break;
    kept += part;
  }
  return `${kept.trimEnd()}…`;
}
