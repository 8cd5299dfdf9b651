/** Progress files, `scheduler/progress/**`: what a worker claims about its task (workflow 1.1). */
import type { Evidence } from '../claims/claim';
import { extractClaims } from '../claims/extractClaims';
import { idAtStart, idsInText } from '../dialect/taskId';
import type { Status } from '../model/status';
import type { Spanned } from '../model/span';
import type { Claim } from './claim';
import { claimedTime } from './claimedTime';
import { proseLinesOf, type ProseLine } from './proseLines';
import { headStatus, progressStatus } from './progressStatus';
import { workerSessionIn } from './workerSession';

export interface Progress {
  /** The id its name or its text gives; which task it belongs to is decided against the queues. */
  readonly taskId: string | undefined;
  /** Ids that title and fields name, for the mapping; in order of appearance. */
  readonly namedIds: readonly string[];
  readonly status: Claim<Status> | undefined;
  /** What its head says, where that may be older than the claim. */
  readonly head: Claim<Status> | undefined;
  readonly checkboxes: { readonly done: number; readonly open: number };
  readonly sessionKey: string | undefined;
  /** In ms since the epoch. */
  readonly started: number | undefined;
  readonly completed: number | undefined;
  readonly model: string | undefined;
  /** What it says was made, and whether it shows how it was checked. */
  readonly evidence: Evidence;
}

/** Reads a progress file; `path` is its place in the workspace, with forward slashes. */
export function readProgress(
  text: string,
  path: string,
  localOffsetMinutes: number | undefined,
): Progress {
  const lines = proseLinesOf(text);
  const fields = lines.flatMap((line) => readField(line) ?? []);
  const field = (pattern: RegExp): Spanned<string> | undefined =>
    fields.find((f) => pattern.test(f.name))?.value;
  const time = (pattern: RegExp): number | undefined => {
    const written = fields.filter((f) => pattern.test(f.name));
    return written
      .map((f) => claimedTime(f.value, localOffsetMinutes))
      .find((at) => at !== undefined);
  };
  const namedIds = namedIn(lines, fields);
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return {
    taskId:
      idAtStart(base) === base ? base : (namedIds[0] ?? (base.startsWith('_') ? undefined : base)),
    namedIds,
    status: progressStatus(lines),
    head: headStatus(lines),
    checkboxes: boxesIn(lines),
    sessionKey: workerSessionIn(lines),
    started: time(
      /^(?:started|start|start(?:ed)? ?(?:time|at|date|on)|(?:date|task|time|work) started)$/i,
    ),
    completed: time(
      /^(?:(?:(?:date|task|time|work) )?completed|completed ?(?:time|at|date|on)|completion (?:time|date|claimed)|claimed complete|finished(?: ?at)?)$/i,
    ),
    model: field(/^model$/i)?.value,
    evidence: extractClaims(lines, text),
  };
}

interface ProseField {
  readonly name: string;
  readonly value: Spanned<string>;
}

const bold = /^\*\*([^*:\n]{1,40}?)(?::\*\*|\*\*[ \t]*:)[ \t]*(.*)$/s;
const plain = /^([A-Za-z][A-Za-z ]{1,30}):[ \t]+(.*)$/s;

/** `**Key:** v`, `**Key**: v`, `Key: v`, in a list or not. */
export function readField(line: ProseLine): ProseField | undefined {
  const match = bold.exec(line.content) ?? (line.heading === 0 ? plain.exec(line.content) : null);
  if (!match) return undefined;
  const value = (match[2] as string).trim();
  const start = line.contentStart + line.content.length - (match[2] as string).length;
  return {
    name: (match[1] as string).trim(),
    value: { value, span: { start, end: start + value.length } },
  };
}

function namedIn(lines: readonly ProseLine[], fields: readonly ProseField[]): readonly string[] {
  const title = lines.find((line) => line.heading === 1);
  const named = fields.filter((f) => /^(?:task|task id|bead|bead id)$/i.test(f.name)).slice(0, 3);
  return [
    ...new Set(
      [title?.content ?? '', ...named.map((f) => f.value.value)].flatMap((text) =>
        idsInText(text).map((i) => i.id),
      ),
    ),
  ];
}

/** List items with a box, at any depth; `[x](…)` is a link. */
function boxesIn(lines: readonly ProseLine[]): { readonly done: number; readonly open: number } {
  let done = 0;
  let open = 0;
  for (const line of lines) {
    const box = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?=\s|$)/.exec(line.text)?.[1];
    if (box === ' ') open++;
    else if (box !== undefined) done++;
  }
  return { done, open };
}
