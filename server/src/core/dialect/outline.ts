/** The headings of a file as a tree, and which of them are tasks (D1, D2, D7, C1, P1, R6). */
import type { LineField } from './fieldLines';
import { isCoreKey } from './fieldKeys';
import type { HeadingFacts } from './headingLine';
import type { PartFacts } from './partFacts';
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
  /** The id that it declares or repeats. */
  readonly id: Spanned<string> | undefined;
}

/** Every part of the file with its role, in file order. */
export function outlineOf(parts: readonly PartFacts[]): readonly OutlineEntry[] {
  const parents = parentsOf(parts);
  const lasts = lastsOf(parents);
  const candidates = parts.map(candidateId);
  return parts.map((facts, index) => {
    const last = lasts[index] as number;
    const id = candidates[index];
    const holdsTasks = candidates.slice(index + 1, last + 1).some((c) => c !== undefined);
    const isGroup = id !== undefined && holdsTasks && !hasStatus(facts);
    const role = roleOf(facts, id !== undefined && !isGroup);
    return {
      index,
      facts,
      role,
      parent: parents[index] as number,
      last,
      id: id ?? facts.heading?.id,
    };
  });
}

/** Fields of the direct body (rule F1). */
export function directFields(facts: PartFacts): readonly LineField[] {
  return facts.fields.filter(
    (f) => f.field.line.start < facts.body.end || facts.body.end === facts.span.end,
  );
}

function roleOf(facts: PartFacts, isTask: boolean): EntryRole {
  const { heading } = facts;
  if (!heading || heading.isDivider) return 'none';
  if (isTask) return 'task';
  return heading.isDetail ? 'detail' : 'group';
}

/** The id when the heading declares a task by itself (D1, D2); whether it is a group is decided by what it holds. */
function candidateId(facts: PartFacts): Spanned<string> | undefined {
  const { heading } = facts;
  if (!heading || heading.isDivider || heading.level < 2) return undefined;
  const direct = directFields(facts);
  if (heading.id && !heading.isDetail) {
    const isTask =
      heading.hasTaskPrefix ||
      heading.mark !== undefined ||
      direct.some((f) => isCoreKey(f.field.key));
    return isTask ? heading.id : undefined;
  }
  const named = heading.id ? undefined : direct.find((f) => f.field.key === 'task-id')?.field.value;
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
