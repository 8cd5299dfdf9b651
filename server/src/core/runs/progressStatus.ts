/** Which of the many statuses in a progress file is that of its task (workflow 1.1, the reading rule; ADR 12). */
import type { Status } from '../model/status';
import type { Claim } from './claim';
import { headingLevel, isUnderline, keepsAttempts, sectionsOf } from './progressSections';
import { proseStatus } from './proseStatus';
import type { ProseLine } from './proseLines';
import { type StatusLabel, statusLabel } from './statusLabel';

interface Candidate extends Claim<Status> {
  readonly isFinal: boolean;
  /** Tells how an attempt went, and counts only until the next one. */
  readonly isOfAttempt: boolean;
}

/** Lines at the top of a file that are its head (dialect W2). */
const headLines = 40;
/** A status this close below `**Task:** id` is the one of a report on the task (workflow 1.1, rule 3). */
const reportLines = 3;

/**
 * What the head of the file says: its first status line, if that is not the one of an attempt. A file that was never closed
 * still says the old one there.
 */
export function headStatus(lines: readonly ProseLine[]): Claim<Status> | undefined {
  const first = candidatesIn(lines.slice(0, headLines))[0];
  return first?.isOfAttempt === true ? undefined : claimOf(first);
}

/** The claim, or nothing: emoji and boxes alone are no status. The last final one, else the first. */
export function progressStatus(lines: readonly ProseLine[]): Claim<Status> | undefined {
  const candidates = candidatesIn(lines);
  return claimOf(candidates.filter((c) => c.isFinal).at(-1) ?? candidates[0]);
}

function claimOf(found: Candidate | undefined): Claim<Status> | undefined {
  return found && { value: found.value, span: found.span, confidence: found.confidence };
}

function candidatesIn(lines: readonly ProseLine[]): readonly Candidate[] {
  const found: Candidate[] = [];
  const sections = sectionsOf(lines);
  const isLog = keepsAttempts(lines);
  let sinceTask = Infinity;
  let isQuote = false;
  lines.forEach((line, at) => {
    const section = sections[at] as (typeof sections)[number];
    sinceTask = opensReport(line) && found.length > 0 ? 0 : sinceTask + 1;
    isQuote = line.content.trim() === '' ? false : isQuote || quotesQueue(lines, at);
    const label = statusLabel(line);
    if (!label || section.isPart || isQuote) return;
    const isHeading = headingLevel(lines, at) > 0;
    const value = valueOf(label, lines, at, isHeading);
    const status = value && proseStatus(value.text);
    if (!value || status === undefined) return;
    const endsLog = isLog && (section.isReport || section === sections.at(-1));
    found.push({
      value: status,
      span: { start: value.start, end: value.start + value.text.length },
      confidence: isHeading ? 'inferred' : 'stated',
      isFinal: label.isFinal || endsLog || sinceTask <= reportLines,
      isOfAttempt: isLog && section.isReport && !isHeading,
    });
  });
  return found;
}

/** `- **Task:** id`: below an earlier status, what follows is a report of its own. */
function opensReport(line: ProseLine): boolean {
  return /^\*\*task(?::\*\*|\*\*:?)[ \t]*\S/i.test(line.content);
}

/** `From PROACTIVE-JOBS.md:`: the paragraph or list below repeats the queue and claims nothing. */
function quotesQueue(lines: readonly ProseLine[], at: number): boolean {
  const introduces = (line: ProseLine | undefined): boolean =>
    line !== undefined && /proactive-jobs[\w-]*\.md\b.*:[*_\s]*$/i.test(line.content);
  if (introduces(lines[at])) return true;
  return lines[at - 1]?.content.trim() === '' && introduces(lines[at - 2]);
}

/** The words behind the label; below a heading without any, the next line that has some. */
function valueOf(
  label: StatusLabel,
  lines: readonly ProseLine[],
  at: number,
  isHeading: boolean,
): { readonly text: string; readonly start: number } | undefined {
  if (label.value !== '') return { text: label.value, start: label.start };
  if (!isHeading) return undefined;
  let below = at + 1;
  while (isPassedOver(lines[below])) below++;
  const next = lines[below];
  if (!next || headingLevel(lines, below) > 0) return undefined;
  const state = /^\**(?:current[ \t]+)?state\**:[*_]*[ \t]*/i.exec(next.content)?.[0].length ?? 0;
  return { text: next.content.slice(state).trim(), start: next.contentStart + state };
}

function isPassedOver(line: ProseLine | undefined): boolean {
  return line !== undefined && (line.content.trim() === '' || isUnderline(line));
}
