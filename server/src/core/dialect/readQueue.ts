/** The reader: text of a queue file → everything it says. Total: any string gives a document. */
import type { Declaration, Mirror } from '../model/declaration';
import type { Problem } from '../model/problem';
import type { QueueDocument } from '../model/queueDocument';
import type { CoreOptions } from '../options';
import { maskText } from '../parse/mask';
import { lineTableOf } from '../text/lineTable';
import { chooseSlots } from './chooseSlots';
import { groupsOf, surroundingsOf } from './groups';
import { type Surroundings, headingTask } from './headingTasks';
import { bulletTask, recordTask, rowTask } from './lineTasks';
import { type Occurrence, type Repeat, rankOccurrences } from './mirrors';
import { type OutlineEntry, directFields, isInsideTask, outlineOf, ownersOf } from './outline';
import type { PartFacts } from './partFacts';
import { factsOf, readSections, type SectionReading } from './sectionFacts';
import { readStatus } from './statusLexicon';
import { statusOfTask } from './taskStatus';

/** How each document was read, for whoever reads a changed text of it. */
const readings = new WeakMap<QueueDocument, SectionReading>();

/** Reads `text`. Of what it has in common with `before`, any document, no section is parsed again. */
export function readQueue(
  uri: string,
  text: string,
  options: CoreOptions,
  before?: QueueDocument,
): QueueDocument {
  const lines = lineTableOf(text);
  const coverage = coverageOf(text, lines.starts.length, options);
  if (coverage !== 'full') {
    const code = coverage === 'binary' ? 'binary-content' : 'queue-too-large';
    return {
      uri,
      text,
      lines,
      coverage,
      groups: [],
      declarations: [],
      mirrors: [],
      slots: undefined,
      problems: [{ code, span: { start: 0, end: 0 } }],
    };
  }
  const { masked, start, problems } = maskText(text);
  const reading = readSections(masked, start, before && readings.get(before)?.sections);
  const contents = contentsOf(factsOf(reading), problems);
  const document: QueueDocument = { uri, text, lines, coverage, ...contents };
  readings.set(document, reading);
  return document;
}

/** How many sections had to be parsed for a document: all, unless it was read with another one before it. */
export function parsedSections(document: QueueDocument): number {
  return readings.get(document)?.parsed ?? 0;
}

type Contents = Pick<QueueDocument, 'groups' | 'declarations' | 'mirrors' | 'slots' | 'problems'>;

/** Puts the facts of all parts together. */
export function contentsOf(parts: readonly PartFacts[], problems: readonly Problem[]): Contents {
  const outline = outlineOf(withLostHashes(parts, problems));
  const owners = ownersOf(outline);
  const groups = groupsOf(outline, owners);
  const around = surroundingsOf(outline, groups);
  const { occurrences, repeats } = occurrencesOf(outline, owners, around);
  const { declarations, mirrors } = rankOccurrences(occurrences, repeats);
  const told = [...declarations, ...mirrors];
  const found = [
    ...problems,
    ...parts.flatMap((p) => p.problems),
    ...outline.flatMap((entry) => statusWithoutId(entry, outline, owners, told)),
  ];
  return {
    groups,
    declarations,
    mirrors,
    slots: chooseSlots(parts.map((p) => p.slots)),
    problems: found.sort((a, b) => a.span.start - b.span.start),
  };
}

/** A glued heading gave its first `#` for the line break before it (see `mask.ts`). */
function withLostHashes(
  parts: readonly PartFacts[],
  problems: readonly Problem[],
): readonly PartFacts[] {
  const glued = new Set(
    problems.filter((p) => p.code === 'glued-heading').map((p) => p.span.start + 1),
  );
  if (glued.size === 0) return parts;
  return parts.map((part): PartFacts => {
    const { heading, span } = part;
    if (!heading || !glued.has(heading.line.start)) return part;
    const start = heading.line.start - 1;
    const line = { ...heading.line, start };
    return {
      ...part,
      span: { ...span, start },
      heading: { ...heading, level: heading.level + 1, line },
    };
  });
}

function coverageOf(
  text: string,
  lineCount: number,
  options: CoreOptions,
): QueueDocument['coverage'] {
  if (text.includes('\0')) return 'binary';
  return text.length > options.maxTextLength || lineCount > options.maxLines ? 'too-large' : 'full';
}

function occurrencesOf(
  outline: readonly OutlineEntry[],
  owners: readonly number[],
  around: (entry: OutlineEntry, asHeading: boolean) => Surroundings,
): { readonly occurrences: readonly Occurrence[]; readonly repeats: readonly Repeat[] } {
  const occurrences: Occurrence[] = [];
  const repeats: Repeat[] = [];
  let tables = 0;
  for (const entry of outline) {
    const { facts, role } = entry;
    if (role === 'task') {
      const sub = outline
        .slice(entry.index + 1, entry.last + 1)
        .filter((e) => owners[e.index] === entry.index && e.role !== 'task');
      const end = (sub.at(-1) ?? entry).facts.span.end;
      const declaration = headingTask(entry, sub, around(entry, true), end);
      if (declaration) occurrences.push({ declaration });
      if (declaration) repeats.push(...subTaskRepeats(declaration));
    } else if (entry.repeats && facts.heading?.id) {
      const status = statusOfTask(
        directFields(facts).map((f) => f.field),
        facts.heading.mark,
        [],
      );
      repeats.push({
        form: 'detail-heading',
        id: facts.heading.id,
        line: facts.heading.line,
        status,
      });
    }
    const place = around(entry, false);
    occurrences.push(
      ...facts.records.map((record) => ({ declaration: recordTask(record, place) })),
    );
    occurrences.push(
      ...facts.bullets
        .filter((b) => !isInsideTask(entry, owners, b.line.start))
        .map((b) => ({ declaration: bulletTask(b, place), isRemark: !b.repeats })),
    );
    for (const table of facts.tables) {
      const number = tables++;
      occurrences.push(
        ...table.rows.map((row) => ({ declaration: rowTask(row, table, place), table: number })),
      );
    }
  }
  return { occurrences, repeats };
}

function subTaskRepeats(declaration: Declaration): Repeat[] {
  return declaration.subTasks.map((item) => ({
    form: 'sub-task',
    id: item.id,
    line: item.line,
    status: { value: item.status, source: item.status === 'unknown' ? 'none' : 'field' },
  }));
}

/** A section with a Status that declares nothing and repeats nothing: probably a task that lost its id. */
function statusWithoutId(
  entry: OutlineEntry,
  outline: readonly OutlineEntry[],
  owners: readonly number[],
  occurrences: readonly (Declaration | Mirror)[],
): Problem[] {
  const { heading } = entry.facts;
  const declaresNothing =
    entry.role === 'detail' || (entry.role === 'group' && (!heading?.id || heading.isDetail));
  if (!heading || !declaresNothing || heading.level < 2 || heading.phases.length > 0) return [];
  if ((owners[entry.index] ?? -1) >= 0) return [];
  const status = directFields(entry.facts).find((f) => f.field.key === 'status')?.field.value.value;
  if (status === undefined || readStatus(status).status === undefined) return [];
  // A section that holds tasks is a group, and its Status is that of the whole.
  const end = outline[entry.last]?.facts.span.end ?? heading.line.end;
  if (occurrences.some((o) => o.line.start >= heading.line.start && o.line.start < end)) return [];
  return [{ code: 'status-without-id', span: heading.line, detail: heading.content.value }];
}
