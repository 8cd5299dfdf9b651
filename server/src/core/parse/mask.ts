/**
 * The text with everything blanked that is not content: fenced code, HTML comments, a BOM (rules R1–R4).
 * The mask is exactly as long as the text and breaks lines where the text does, so offsets are those of the text;
 * the one exception is a heading glued to the end of a line, whose first `#` becomes the line break it lacks.
 */
import type { Problem } from '../model/problem';
import type { Span } from '../model/span';
import { findMojibake } from '../text/mojibake';
import {
  type FenceLine,
  type FencePairing,
  fenceLinesOf,
  hasMarkdownSample,
  pairNested,
  pairPlainly,
} from './fences';
import { type RawLine, rawLinesOf } from './lines';

export interface MaskedText {
  readonly masked: string;
  /** Offset of the first unit that is content: 1 behind a BOM, else 0. */
  readonly start: number;
  readonly problems: readonly Problem[];
}

/** Longer lines are read up to here only; the rest stays text that nothing is read from. */
const maxLineLength = 16_384;

/**
 * The mask with what was wrong on the way: escaped line breaks, damaged characters, fences without an end, glued
 * headings.
 */
export function maskText(text: string): MaskedText {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const problems: Problem[] = [];
  const escaped = unescapeNewlines(text, problems);
  const repaired = repairMojibake(escaped, problems);
  const lines = rawLinesOf(repaired, start);
  const fences = fenceLinesOf(repaired, lines);
  const nested = hasMarkdownSample(fences)
    ? blankedParts(repaired, lines, fences, pairNested(fences))
    : undefined;
  const parts =
    nested && nested.unclosed.length === 0
      ? nested
      : blankedParts(repaired, lines, fences, pairPlainly(fences));
  for (const line of parts.unclosed) {
    problems.push({ code: 'unclosed-fence', span: { start: line.start, end: line.end } });
  }
  const masked = splitGluedHeadings(
    blank(repaired, [...parts.blanks, ...overlong(lines), ...beyondUse(repaired, lines)], start),
    problems,
  );
  return { masked, start, problems };
}

interface BlankedParts {
  readonly blanks: readonly Span[];
  readonly unclosed: readonly RawLine[];
}

function blankedParts(
  text: string,
  lines: readonly RawLine[],
  fences: readonly FenceLine[],
  pair: FencePairing,
): BlankedParts {
  const blanks: Span[] = [];
  const unclosed: RawLine[] = [];
  const comments = commentFinder(text);
  let nextFence = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as RawLine;
    while ((fences[nextFence]?.line ?? Infinity) < i) nextFence++;
    if (fences[nextFence]?.line === i) {
      const last = pair(nextFence);
      if (last !== undefined) {
        blanks.push({ start: line.start, end: (lines[last] as RawLine).end });
        i = last;
        continue;
      }
      unclosed.push(line);
    }
    let from = line.start;
    for (
      let comment = comments(from, (lines[i] as RawLine).end);
      comment;
      comment = comments(from, (lines[i] as RawLine).end)
    ) {
      blanks.push(comment);
      from = comment.end;
      while ((lines[i] as RawLine).end < from) i++;
    }
  }
  return { blanks, unclosed };
}

/** Finds the next `<!-- … -->` that starts in a stretch of one line. One that never ends, or that stands in a code span, is text. */
function commentFinder(text: string): (from: number, to: number) => Span | undefined {
  let endless = Infinity;
  let next = -1;
  /** The next opener; the whole text is searched once, not once a line. */
  const openerFrom = (from: number): number => {
    if (next < from) {
      const found = text.indexOf('<!--', from);
      next = found < 0 ? Infinity : found;
    }
    return next;
  };
  return (from, to) => {
    for (let at = openerFrom(from); at < to && at < endless; at = openerFrom(at + 4)) {
      if (backticksIn(text, from, at) % 2 === 1) continue;
      const close = text.indexOf('-->', at + 4);
      if (close >= 0) return { start: at, end: close + 3 };
      endless = at;
    }
    return undefined;
  };
}

function backticksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 96) count++;
  return count;
}

function overlong(lines: readonly RawLine[]): Span[] {
  return lines
    .filter((l) => l.end - l.start > maxLineLength)
    .map((l) => ({ start: l.start + maxLineLength, end: l.end }));
}

/**
 * Lines nested or divided beyond all use: dozens of list and quote marks, an indentation of a whole screen, a table of
 * hundreds of columns. They say nothing, and the markdown parser would dig into them for ever.
 */
const bottomless = /^(?:(?:[ \t]*(?:[-*+][ \t]+|>[ \t]?)){40}|[ ]{80}|(?:[ ]*\t){20})/;
const mostColumns = 200;

function beyondUse(text: string, lines: readonly RawLine[]): Span[] {
  return lines.filter((l) => {
    if (l.end - l.start < 40) return false;
    return bottomless.test(text.slice(l.start, l.start + 400)) || pipesIn(text, l) > mostColumns;
  });
}

function pipesIn(text: string, line: RawLine): number {
  let count = 0;
  for (let i = line.start; i < line.end && count <= mostColumns; i++)
    if (text.charCodeAt(i) === 124) count++;
  return count;
}

function blank(text: string, spans: readonly Span[], start: number): string {
  let out = ' '.repeat(start);
  let from = start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end <= from) continue;
    const begin = Math.max(span.start, from);
    out += text.slice(from, begin) + text.slice(begin, span.end).replace(/[^\r\n]/g, ' ');
    from = span.end;
  }
  return out + text.slice(from);
}

/** Each damaged run becomes what it meant, padded to its old length. */
function repairMojibake(text: string, problems: Problem[]): string {
  const runs = findMojibake(text);
  const first = runs[0];
  if (!first) return text;
  problems.push({
    code: 'mojibake',
    span: { start: first.start, end: first.end },
    detail: first.decoded,
  });
  let out = '';
  let from = 0;
  for (const run of runs) {
    // Inside a word the padding must not be a blank, or one word would become two.
    const filler = /\p{L}/u.test(run.decoded) ? '\u200b' : ' ';
    out +=
      text.slice(from, run.start) +
      run.decoded +
      filler.repeat(run.end - run.start - run.decoded.length);
    from = run.end;
  }
  return out + text.slice(from);
}

/** A file whose line breaks were written as the two characters `\n` is read as if they were line breaks. */
function unescapeNewlines(text: string, problems: Problem[]): string {
  const first = text.indexOf('\\n');
  if (first < 0) return text;
  const written = text.split('\\n').length - 1;
  const real = text.split(/\r\n|\r|\n/).length - 1;
  if (written < 3 || written < real * 3) return text;
  problems.push({
    code: 'literal-newlines',
    span: { start: first, end: first + 2 },
    detail: String(written),
  });
  return text.replaceAll('\\n', ' \n');
}

/** `text### id`: a heading that lost the line break before it. */
const glued =
  /(?<=[^\s#\\])#{2,6}[ \t]+(?:\p{Extended_Pictographic}\ufe0f?[ \t]*)?(?:TASK:[ \t]*)?[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*-[A-Za-z0-9_]+/gu;

/** Nothing of the line before is lost; that the heading now has one `#` too few, the reader knows from the problem. */
function splitGluedHeadings(masked: string, problems: Problem[]): string {
  if (!/[^\s#]##/.test(masked)) return masked;
  return masked.replace(glued, (found: string, at: number) => {
    const lineStart = Math.max(masked.lastIndexOf('\n', at), masked.lastIndexOf('\r', at)) + 1;
    if (backticksIn(masked, lineStart, at) % 2 === 1) return found;
    problems.push({
      code: 'glued-heading',
      span: { start: at, end: at + found.length },
      detail: found,
    });
    return `\n${found.slice(1)}`;
  });
}
