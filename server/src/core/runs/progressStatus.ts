/** Which of the many statuses in a progress file is that of its task (workflow 1.1, the reading rule). */
import type { Status } from '../model/status';
import type { Claim } from './claim';
import { proseStatus, startsWithStatus } from './proseStatus';
import type { ProseLine } from './proseLines';

/** `Status`, perhaps of the task as a whole; `Build Status` and its like speak of something else. */
const label =
  /^(?:\*\*)?(?:(task|current|overall|final)[ \t]+)?status(?:\*\*)?[ \t]*(?::(?:\*\*)?[ \t]*(.*))?$/is;
const elsewhere =
  /^(?:[\d.)\s]*)(?:ac-?\d+|acceptance|issues?|tests?|testing|workflow|analysis|repo|repository|build)\b/i;
const longest = 60;

interface Candidate extends Claim<Status> {
  readonly isFinal: boolean;
}

/** Lines at the top of a file that are its head (dialect W2). */
const headLines = 40;

/** What the head of the file says: its first status line. A file that was never closed still says the old one there. */
export function headStatus(lines: readonly ProseLine[]): Claim<Status> | undefined {
  const first = candidatesIn(lines.slice(0, headLines))[0];
  return first && { value: first.value, span: first.span, confidence: first.confidence };
}

/** The claim, or nothing: emoji and boxes alone are no status. */
export function progressStatus(lines: readonly ProseLine[]): Claim<Status> | undefined {
  const candidates = candidatesIn(lines);
  const final = candidates.filter((c) => c.isFinal).at(-1);
  const chosen = final ?? candidates[0];
  return chosen && { value: chosen.value, span: chosen.span, confidence: chosen.confidence };
}

function candidatesIn(lines: readonly ProseLine[]): readonly Candidate[] {
  const found: Candidate[] = [];
  let isElsewhere = false;
  let sinceTask = Infinity;
  lines.forEach((line, i) => {
    const match = label.exec(line.content);
    if (line.heading > 1 && !match) isElsewhere = elsewhere.test(line.content);
    else if (line.heading > 0 && match) isElsewhere = false;
    // Past the header, `- **Task:** id` opens a report of its own; its status is the last word.
    if (i > 12 && /^\*\*task:?\*\*:?[ \t]*\S/i.test(line.content)) sinceTask = 0;
    else sinceTask++;
    if (!match || isElsewhere) return;
    const value = valueOf(match[2], lines, i, line.heading > 0);
    const status = value && readValue(value.text);
    if (!value || status === undefined) return;
    const isFinal = /^(?:final|task)$/i.test(match[1] ?? '') || sinceTask <= 3;
    found.push({
      value: status,
      span: { start: value.start, end: value.start + value.text.length },
      confidence: line.heading > 0 ? 'inferred' : 'stated',
      isFinal,
    });
  });
  return found;
}

/** The words behind the colon; below a heading without any, the next line that has some. */
function valueOf(
  written: string | undefined,
  lines: readonly ProseLine[],
  at: number,
  isHeading: boolean,
): { readonly text: string; readonly start: number } | undefined {
  const line = lines[at] as ProseLine;
  const text = (written ?? '').trim();
  if (text !== '') return { text, start: line.contentStart + line.content.lastIndexOf(text) };
  const next = isHeading ? lines.slice(at + 1).find((l) => l.content.trim() !== '') : undefined;
  return next && next.heading === 0
    ? { text: next.content.trim(), start: next.contentStart }
    : undefined;
}

/** An arrow's last part counts; a long sentence only when it begins with a status. */
function readValue(text: string): Status | undefined {
  const last = text.split(/→|->/).at(-1)?.trim() ?? '';
  if (last.length > longest && !startsWithStatus(last)) return undefined;
  return proseStatus(last);
}
