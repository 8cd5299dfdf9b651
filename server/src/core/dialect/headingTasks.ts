/** Tasks declared by headings (D1, D2): their fields, references, sub-tasks and boxes put together. */
import type { Declaration, DeclarationForm, SubTaskItem } from '../model/declaration';
import type { Field } from '../model/field';
import type { Reference } from '../model/reference';
import type { Spanned } from '../model/span';
import { leadingEmojiLength } from '../text/emoji';
import { isInheritable } from './fieldKeys';
import { type OutlineEntry, directFields } from './outline';
import { phaseKeysOf } from './phaseKey';
import { readReferences, readStatusReferences } from './references';
import { readStatus } from './statusLexicon';
import { idAtStart, idsInText } from './taskId';
import { statusOfTask } from './taskStatus';

/** What the surroundings of a declaration say. */
export interface Surroundings {
  /** Index of the section; -1 above the first one. */
  readonly group: number;
  /** Titles of the enclosing headings, nearest first. */
  readonly titles: readonly string[];
  /** Phases that each of them names, nearest first. */
  readonly phases: readonly (readonly string[])[];
}

/** The declaration of a heading; `sub` are the entries below it that belong to no other task. */
export function headingTask(
  entry: OutlineEntry,
  sub: readonly OutlineEntry[],
  around: Surroundings,
  end: number,
): Declaration | undefined {
  const { facts, id } = entry;
  const { heading } = facts;
  if (!heading || !id) return undefined;
  const direct = directFields(facts).map((f) => f.field);
  const fields = [...direct, ...lentFields(direct, sub)];
  const status = statusOfTask(fields, heading.mark, around.titles);
  const namesItself = heading.id !== undefined && !heading.isDetail;
  const form: DeclarationForm = heading.hasTaskPrefix
    ? 'task-heading'
    : namesItself
      ? 'heading'
      : 'task-id-field';
  const isEpic = fields.some((f) => f.key === 'type' && /^[*_`]*epic\b/i.test(f.value.value));
  return {
    role: 'declaration',
    form,
    kind: isEpic ? 'epic' : 'task',
    id,
    title: namesItself ? heading.title : heading.content,
    line: heading.line,
    block: { start: heading.line.start, end },
    status,
    mark: heading.mark,
    fields,
    references: distinct([
      ...referencesOfFields(fields),
      ...sub.flatMap(referencesOfSubsection),
      ...(status.source === 'field' && status.text ? readStatusReferences(status.text) : []),
    ]),
    subTasks: subTasksOf(fields),
    group: around.group,
    phases: phaseKeysOf(fields, around.phases),
    boxes: [entry, ...sub].reduce(
      (sum, e) => ({
        total: sum.total + e.facts.boxes.total,
        ticked: sum.ticked + e.facts.boxes.ticked,
      }),
      { total: 0, ticked: 0 },
    ),
  };
}

/** Rule F1: what the direct body lacks may stand in unbulleted bold fields of later sub-sections. */
function lentFields(direct: readonly Field[], sub: readonly OutlineEntry[]): Field[] {
  const lent: Field[] = [];
  for (const { field, notation } of sub.flatMap((e) => e.facts.fields)) {
    if (notation !== 'bold' || !isInheritable(field.key)) continue;
    if ([...direct, ...lent].some((f) => f.key === field.key)) continue;
    lent.push({ ...field, direct: false });
  }
  return lent;
}

/** The references of all dependency fields, merged (rules F4, F5). */
export function referencesOfFields(fields: readonly Field[]): readonly Reference[] {
  return fields
    .filter((f) => f.key === 'dependencies')
    .flatMap((f) => {
      const below = f.items.flatMap((item) => readReferences(item, 'field', false));
      return [
        ...readReferences(f.value, 'field', below.length === 0),
        ...(f.value.value === '' ? below : []),
      ];
    });
}

const dependencyHeading = /^(?:dependenc(?:y|ies)|depends on|blocked by)[ \t]*(?::|$)/i;

/** Rule F5: a sub-heading `#### Dependencies` with bullets, or with the value in the heading. */
function referencesOfSubsection(entry: OutlineEntry): readonly Reference[] {
  const content = entry.facts.heading?.content;
  const match = content && dependencyHeading.exec(content.value);
  if (!content || !match) return [];
  const start = content.span.start + match[0].length;
  const value: Spanned<string> = {
    value: content.value.slice(match[0].length),
    span: { start, end: content.span.end },
  };
  return [
    ...readReferences(trimmed(value), 'field', false),
    ...entry.facts.bulletTexts.flatMap((item) => readReferences(item, 'field', false)),
  ];
}

function trimmed({ value, span }: Spanned<string>): Spanned<string> {
  const lead = value.length - value.trimStart().length;
  return {
    value: value.trim(),
    span: { start: span.start + lead, end: span.start + lead + value.trim().length },
  };
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  const seen = new Set<string>();
  return references.filter((r) => {
    // One that is required says more than an alternative of the same name.
    if (r.either !== undefined) return true;
    const key = (r.phases?.join() ?? r.text.value).toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The items of a Sub-Tasks list, or the ids in its value. */
function subTasksOf(fields: readonly Field[]): readonly SubTaskItem[] {
  return fields
    .filter((f) => f.key === 'sub-tasks')
    .flatMap((field) => [
      ...idsInText(field.value.value).map(({ id, start }): SubTaskItem => {
        const at = field.value.span.start + start;
        return {
          id: { value: id, span: { start: at, end: at + id.length } },
          status: 'unknown',
          line: field.line,
        };
      }),
      ...field.items.flatMap(subTaskOf),
    ]);
}

function subTaskOf(item: Spanned<string>): SubTaskItem[] {
  const lead =
    leadingEmojiLength(item.value) +
    (/^(?:\[.\][ \t]*)?[*_`~]*/.exec(item.value.slice(leadingEmojiLength(item.value)))?.[0]
      .length ?? 0);
  const id = idAtStart(item.value.slice(lead));
  if (id === undefined) return [];
  const start = item.span.start + lead;
  const rest = item.value.slice(lead + id.length).replace(/^[*_`~]*[ \t]*[:–—-]?[ \t]*[*_`~]*/, '');
  return [
    {
      id: { value: id, span: { start, end: start + id.length } },
      status: readStatus(rest).status ?? 'unknown',
      line: item.span,
    },
  ];
}
