/** The sections of a progress file, for telling whose status a line gives (workflow 1.1). */
import type { ProseLine } from './proseLines';
import { leadLength, statusLabel } from './statusLabel';

export interface Section {
  /** 0 before the first heading. */
  readonly level: number;
  /** A part of the work or a check of it: a status in it is that of the part. */
  readonly isPart: boolean;
  /** Where an attempt says how it went. */
  readonly isReport: boolean;
  /** 0-based line of its heading; -1 before the first. */
  readonly line: number;
}

const part =
  /^(?:ac-?\d+|acceptance|criteri(?:a|on)|issues?|bugs?|fix(?:es)?|problems?|tests?|testing|workflow|analysis|repo|repository|build|dependenc(?:y|ies)|sub-?tasks?)\b/i;
const attempts =
  /^(?:(?:current|final|last|latest|new)[ \t]+)?attempts?\b|^communication log\b|^(?:final[ \t]+)?completion report\b/i;
const report =
  /^(?:(?:current|final|last|latest|new)[ \t]+)?attempts?\b|^(?:final[ \t]+)?(?:completion report|summary)\b/i;

const before: Section = { level: 0, isPart: false, isReport: false, line: -1 };

/** The level of the heading that a line is, underlined ones included; 0 for other lines. */
export function headingLevel(lines: readonly ProseLine[], at: number): number {
  const line = lines[at] as ProseLine;
  if (line.heading > 0) return line.heading;
  if (line.content.trim() === '' || isUnderline(line)) return 0;
  const next = lines[at + 1];
  return next && isUnderline(next) ? (next.text.includes('=') ? 1 : 2) : 0;
}

/** True for a line of `===` or `---`. */
export function isUnderline(line: ProseLine): boolean {
  return /^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(line.text);
}

/** True when the file keeps a log of attempts, of which the last one counts. */
export function keepsAttempts(lines: readonly ProseLine[]): boolean {
  return lines.some((line) => line.heading > 1 && attempts.test(titleOf(line)));
}

/** The section each line is in; a heading is in its own. A heading that is a status label opens none, but may close a part. */
export function sectionsOf(lines: readonly ProseLine[]): readonly Section[] {
  let current = before;
  let partLevel = Infinity;
  return lines.map((line, at) => {
    const level = headingLevel(lines, at);
    if (level === 0) return current;
    if (level <= partLevel) partLevel = Infinity;
    const title = titleOf(line);
    const isLabel = statusLabel(line) !== undefined;
    if (level > 1 && !isLabel && partLevel === Infinity && part.test(title)) partLevel = level;
    const isPart = partLevel < Infinity;
    current = { level, isPart, isReport: isLabel || report.test(title), line: at };
    return current;
  });
}

function titleOf(line: ProseLine): string {
  return line.content.slice(leadLength(line.content, true));
}
