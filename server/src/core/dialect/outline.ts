/** The headings of a file as a tree, and which of them are tasks (D1, D2, D7, C1, P1, R6). */
import type { LineField } from './fieldLines';
import { isCoreKey } from './fieldKeys';
import type { HeadingFacts } from './headingLine';
import type { PartFacts } from './partFacts';
import { repeatedIdAmong } from './repeatedId';
import type { Spanned } from '../model/span';

export type EntryRole = 'task' | 'detail' | 'group' | 'none';

/** One part in its place. Parts without a heading, and dividers, belong to the entry before them. */
export interface OutlineEntry {
  readonly index: number;
  readonly facts: PartFacts;
  readonly role: EntryRole;
  /** Index of the enclosing heading's entry; -1 at the top. A part without a heading of its own has none. */
  readonly parent: number;
  /** Index of the last entry that this heading encloses, itself included. */
  readonly last: number;
  /** The id that it declares or repeats; of a group only where it holds task headings (rule D1). */
  readonly id: Spanned<string> | undefined;
  /** True for `id words`: it speaks of the declared task `id` (rule D7), also where it is a group of tasks itself. */
  readonly repeats: boolean;
}

/** Every part of the file with its role, in file order. */
export function outlineOf(parts: readonly PartFacts[]): readonly OutlineEntry[] {
  const parents = parentsOf(parts);
  const lasts = lastsOf(parents);
  const candidates = candidateIds(parts);
  const holdsTasks = parts.map((_, index) =>
    candidates.slice(index + 1, (lasts[index] as number) + 1).some((id) => id !== undefined),
  );
  const outline = parts.map((facts, index): OutlineEntry => {
    const id = candidates[index];
    const { heading } = facts;
    // C1: what holds task headings and says no status of its own is a group.
    const isTask = id !== undefined && !(holdsTasks[index] === true && !hasStatus(facts));
    const groupId = holdsTasks[index] === true && heading?.isDetail === false && heading.id;
    return {
      index,
      facts,
      role: !heading || heading.isDivider ? 'none' : isTask ? 'task' : 'group',
      parent: parents[index] as number,
      last: lasts[index] as number,
      id: id ?? (groupId || undefined),
      repeats: false,
    };
  });
  return withDetails(outline, holdsTasks);
}

/** Rule D7 for headings `id words`: with an id that nobody declares they are groups like any other. */
function withDetails(
  outline: readonly OutlineEntry[],
  holdsTasks: readonly boolean[],
): readonly OutlineEntry[] {
  if (!outline.some(({ facts }) => facts.heading?.isDetail)) return outline;
  const declared = declaredIds(outline);
  const repeated = repeatedIdAmong(declared);
  return outline.map((entry): OutlineEntry => {
    const { heading } = entry.facts;
    if (entry.role !== 'group' || !heading?.isDetail || !heading.id) return entry;
    const key = heading.id.value.toLowerCase();
    const of = repeated(key);
    // "Post-Release Phase 4" above the only task `post-release-docs` is no short form of it.
    if (holdsTasks[entry.index] === true) return { ...entry, repeats: of === key };
    return of === undefined ? entry : { ...entry, role: 'detail', id: heading.id, repeats: true };
  });
}

/** The ids of all headings and lines that declare or repeat a task by themselves. */
function declaredIds(outline: readonly OutlineEntry[]): readonly string[] {
  const owners = ownersOf(outline);
  return outline.flatMap((entry) => {
    const { records, bullets, tables } = entry.facts;
    return [
      ...(entry.role === 'task' && entry.id ? [entry.id] : []),
      ...records.map(({ id }) => id),
      ...bullets.filter((b) => !isInsideTask(entry, owners, b.line.start)).map(({ id }) => id),
      ...tables.flatMap(({ rows }) => rows.map(({ id }) => id)),
    ].map(({ value }) => value);
  });
}

/** Fields of the direct body (rule F1). */
export function directFields(facts: PartFacts): readonly LineField[] {
  return facts.fields.filter(
    (f) => f.field.line.start < facts.body.end || facts.body.end === facts.span.end,
  );
}

/** For each part the id that its heading declares by itself (D1, D2); whether it is a group is decided by what it holds. */
function candidateIds(parts: readonly PartFacts[]): readonly (Spanned<string> | undefined)[] {
  const ids = parts.map(candidateId);
  const known = new Set(ids.map((id) => id?.value.toLowerCase()));
  // "Post-Release clean-up" with a Task ID of its own is a task; a report on a task may name it there, too.
  return parts.map((facts, index) => {
    const named = facts.heading?.isDetail ? taskIdField(facts) : undefined;
    return ids[index] ?? (known.has(named?.value.toLowerCase()) ? undefined : named);
  });
}

function candidateId(facts: PartFacts): Spanned<string> | undefined {
  const { heading } = facts;
  if (!heading || heading.isDivider || heading.level < 2 || heading.isDetail) return undefined;
  if (!heading.id) return taskIdField(facts);
  const isTask =
    heading.hasTaskPrefix ||
    heading.mark !== undefined ||
    directFields(facts).some((f) => isCoreKey(f.field.key));
  return isTask ? heading.id : undefined;
}

function taskIdField(facts: PartFacts): Spanned<string> | undefined {
  if ((facts.heading?.level ?? 0) < 2) return undefined;
  const named = directFields(facts).find((f) => f.field.key === 'task-id')?.field.value;
  return named && singleToken(named);
}

/** A Task ID value: one token, perhaps in backticks or bold. */
function singleToken(value: Spanned<string>): Spanned<string> | undefined {
  const word = value.value.replace(/^[*_`]+|[*_`]+$/g, '');
  if (!/^[A-Za-z0-9][\w.-]*$/.test(word)) return undefined;
  const start = value.span.start + value.value.indexOf(word);
  return { value: word, span: { start, end: start + word.length } };
}

function hasStatus(facts: PartFacts): boolean {
  return (
    facts.heading?.mark !== undefined || directFields(facts).some((f) => f.field.key === 'status')
  );
}

function isSection(heading: HeadingFacts | undefined): heading is HeadingFacts {
  return heading !== undefined && !heading.isDivider;
}

function parentsOf(parts: readonly PartFacts[]): number[] {
  const open: { index: number; level: number }[] = [];
  return parts.map(({ heading }, index) => {
    if (!isSection(heading)) return open.at(-1)?.index ?? -1;
    while (open.length > 0 && (open.at(-1) as { level: number }).level >= heading.level) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    open.push({ index, level: heading.level });
    return parent;
  });
}

function lastsOf(parents: readonly number[]): number[] {
  const lasts = parents.map((_, index) => index);
  for (let i = parents.length - 1; i >= 0; i--) {
    const parent = parents[i] as number;
    if (parent >= 0) lasts[parent] = Math.max(lasts[parent] as number, lasts[i] as number);
  }
  return lasts;
}

/** For each entry the innermost task that encloses it, itself excluded; -1 for none. */
export function ownersOf(outline: readonly OutlineEntry[]): readonly number[] {
  const owners: number[] = [];
  for (const entry of outline) {
    const parent = entry.parent;
    owners.push(
      parent < 0
        ? -1
        : (outline[parent] as OutlineEntry).role === 'task'
          ? parent
          : (owners[parent] as number),
    );
  }
  return owners;
}

/** A bullet in a task's own body or in one of its sub-sections; behind a `---` line the body is over. */
export function isInsideTask(entry: OutlineEntry, owners: readonly number[], at: number): boolean {
  if (entry.role === 'task')
    return at < entry.facts.body.end || entry.facts.body.end === entry.facts.span.end;
  return (owners[entry.index] as number) >= 0;
}
