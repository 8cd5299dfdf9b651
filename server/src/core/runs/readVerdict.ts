/** Validation reports: one verdict line about one task (workflow 1.6). */
import { idAtStart } from '../dialect/taskId';
import type { Span } from '../model/span';
import { claimedTime } from './claimedTime';
import { proseLinesOf } from './proseLines';
import { readField } from './readProgress';
import { verdictOfWords, type VerdictWord } from './verdictWords';

export interface Verdict {
  readonly taskId: string | undefined;
  readonly verdict: VerdictWord;
  /** The words it was read from. */
  readonly span: Span | undefined;
  /** In ms since the epoch. */
  readonly at: number | undefined;
}

const labels =
  /^(?:(?:overall|final|validation)[ \t]+)?(?:result|verdict|overall|status|outcome)$/i;

const whole = /^(?:overall|final|verdict)/i;

/**
 * The overall verdict where several stand in the report, else the first; `unknown` where no line has one. The name of
 * the file tells the task where no field does.
 */
export function readVerdict(
  text: string,
  path: string,
  localOffsetMinutes: number | undefined,
): Verdict {
  const lines = proseLinesOf(text);
  const fields = lines.flatMap(
    (line) => readField(line) ?? headingField(line.content, line.contentStart, line.heading) ?? [],
  );
  const said = fields.filter(
    (f) => labels.test(f.name) && verdictOfWords(f.value.value) !== undefined,
  );
  // Each criterion may have a result of its own; the overall one decides.
  const line = said.find((f) => whole.test(f.name)) ?? said[0];
  const time = fields.find((f) =>
    /^(?:date|validated|validated at|timestamp|time)$/i.test(f.name),
  )?.value;
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const named = fields.find((f) => /^(?:task|task id|bead)$/i.test(f.name))?.value.value;
  return {
    taskId:
      (named === undefined ? undefined : idAtStart(named.replace(/^[*_`]+/, ''))) ??
      idAtStart(base),
    verdict: (line && verdictOfWords(line.value.value)) ?? 'unknown',
    span: line?.value.span,
    at: time && claimedTime(time, localOffsetMinutes),
  };
}

/** `## Result: PASS`. */
function headingField(
  content: string,
  start: number,
  heading: number,
): { name: string; value: { value: string; span: Span } } | undefined {
  const match =
    heading > 0 ? /^(?:[^\w]*)([A-Za-z][A-Za-z ]{1,30}):[ \t]*(.+)$/.exec(content) : null;
  if (!match) return undefined;
  const at = start + content.length - (match[2] as string).length;
  return {
    name: (match[1] as string).trim(),
    value: { value: match[2] as string, span: { start: at, end: start + content.length } },
  };
}
