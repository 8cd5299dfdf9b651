/** Everything one part of a queue says by itself; what it means is decided when the parts are put together. */
import type { Field } from '../model/field';
import type { Problem } from '../model/problem';
import type { Span, Spanned } from '../model/span';
import type { Part, PartLine } from '../parse/parts';
import { type BulletFacts, boxesOf, bulletsOf } from './bullets';
import { type LineField, fieldsOf } from './fieldLines';
import { type HeadingFacts, readHeading } from './headingLine';
import { orphanRowsOf } from './orphanRows';
import { type PipeRecord, pipeRecordsOf } from './pipeRecords';
import { type SlotFacts, slotFactsOf } from './slotLines';
import { spannedSlice } from './spannedSlice';
import { type TaskTable, readTaskTable } from './taskTables';

export interface PartFacts {
  readonly span: Span;
  readonly heading: HeadingFacts | undefined;
  /** The direct body: up to the first `---` line, else the whole part (rule F1). */
  readonly body: Span;
  readonly fields: readonly LineField[];
  /** The bullets of the part when its heading is one that names dependencies (rule F5). */
  readonly bulletTexts: readonly Spanned<string>[];
  readonly bullets: readonly BulletFacts[];
  readonly records: readonly PipeRecord[];
  readonly tables: readonly TaskTable[];
  readonly slots: SlotFacts;
  readonly boxes: { readonly total: number; readonly ticked: number };
  readonly problems: readonly Problem[];
}

/** Reads one part of the masked `text`; all offsets in the result are those of `text`. */
export function partFactsOf(text: string, part: Part): PartFacts {
  const { heading, lines } = part;
  const start = heading?.line.start ?? lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? heading?.line.end ?? start;
  const rule = lines.find((line) => line.kind === 'rule');
  const fields = fieldsOf(text, lines);
  return {
    span: { start, end },
    heading: heading && readHeading(text, heading.level, heading.line, heading.content),
    body: { start, end: rule?.start ?? end },
    fields,
    bulletTexts: lines
      .filter((l) => l.kind === 'text' && l.marker === 'bullet')
      .map((l) => spannedSlice(text, l.contentStart, l.end)),
    bullets: bulletsOf(text, lines),
    records: pipeRecordsOf(text, lines),
    tables: part.tables.flatMap((table) => readTaskTable(text, table) ?? []),
    slots: slotFactsOf(
      text,
      part,
      fields.map((f): Field => f.field),
    ),
    boxes: boxesOf(text, lines),
    problems: [...orphanRowsOf(text, lines), ...lines.flatMap((line) => elided(text, line) ?? [])],
  };
}

/** "The rest" needs no noun; "existing", "other" and their like must speak of the queue's own contents. */
const subject =
  '(?:(?:the|all|any)\\s+)*(?:(?:rest|remainder)\\b[^.!?]{0,60}?|(?:remaining|previous|existing|other|earlier)\\b[^.!?]{0,30}?\\b(?:tasks?|content|contents|sections?|file|entries|items?|phases?|text|lines?|rows?|details|queue|list)\\b[^.!?]{0,30}?)';
const verdict =
  '\\b(?:remains?|stays?|is|are|as|continues?|kept|here|omitted|truncated)\\b[^.!?]{0,30}';
const elision = new RegExp(
  `^${subject}(?:${verdict}\\b(?:same|unchanged|before|above|here|omitted|truncated|intact|below)|\\b(?:unchanged|omitted|truncated|as before))\\b[^.!?]{0,20}$`,
  'i',
);
/** `[...truncated, kept 500 chars...]`: a tool cut the text. */
const cutByTool = /^[[(<{]*\s*(?:\.{3}|…)\s*(?:truncated|snip(?:ped)?|omitted|elided)\b/i;

/** A line that only says that the rest stayed as it was: what stood there is gone. */
function elided(text: string, line: PartLine): Problem | undefined {
  // "- Existing routes remain unchanged" is a criterion of a task.
  if ((line.kind !== 'text' && line.kind !== 'quote') || line.marker !== 'none') return undefined;
  const raw = text.slice(line.contentStart, line.end);
  if (raw.length > 160) return undefined;
  const words = raw.replace(/^[\s*_`~[\](){}<>.…/#-]+|[\s*_`~[\](){}<>.…/!-]+$/g, '');
  return elision.test(words) || cutByTool.test(raw.trim())
    ? { code: 'elided-content', span: spannedSlice(text, line.start, line.end).span, detail: words }
    : undefined;
}
