/**
 * Mojibake: UTF-8 that was read as Windows-1252 and encoded again, such as `â€”` for a dash (rule R2).
 * Finds such runs and decodes them; never rewrites the user's text.
 */
import type { Span } from '../model/span';

/** Windows-1252 code points for the bytes 0x80–0x9F; the five unassigned bytes stand for themselves. */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
  0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];
const byteOf = new Map(windows1252.map((code, index) => [code, 0x80 + index]));

/** Only these can start a run: the lead bytes of two- to four-byte UTF-8 sequences, seen as Latin letters. */
const lead = /[\u00c2-\u00f4]/;

export interface MojibakeRun extends Span {
  /** What the run was before it was damaged. */
  readonly decoded: string;
}

/** All damaged characters of `text`, in order. Empty for healthy text. */
export function findMojibake(text: string): readonly MojibakeRun[] {
  if (!lead.test(text)) return [];
  const runs: MojibakeRun[] = [];
  for (let i = 0; i < text.length; i++) {
    const run = runAt(text, i);
    if (!run) continue;
    runs.push(run);
    i = run.end - 1;
  }
  return runs;
}

/** `text` with every damaged run decoded; its length may change. */
export function decodeMojibake(text: string): string {
  const runs = findMojibake(text);
  let decoded = '';
  let from = 0;
  for (const run of runs) {
    decoded += text.slice(from, run.start) + run.decoded;
    from = run.end;
  }
  return decoded + text.slice(from);
}

function runAt(text: string, start: number): MojibakeRun | undefined {
  const first = text.charCodeAt(start);
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0) return undefined;
  let code = first & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let i = 1; i < length; i++) {
    const unit = text.charCodeAt(start + i);
    const byte = byteOf.get(unit) ?? unit;
    if (!(byte >= 0x80 && byte <= 0xbf)) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  if (code < 0xa0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { start, end: start + length, decoded: String.fromCodePoint(code) };
}
