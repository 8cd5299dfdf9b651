/** What can be written at the cursor of a query, with how many tasks each would find. */
import {
  fieldNames,
  flags,
  isNameIn,
  numberFields,
  statusWords,
  textFields,
  type TextField,
} from './fields';
import { priorityRank } from './priorityRank';
import type { QueryFacts } from './queryFacts';
import type { Place } from './queryNode';
import { tokensOf } from './tokens';

export interface QueryCompletion {
  /** Replaces the place of the list; the cursor goes behind it. */
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
  /** Tasks that it alone finds; where that is cheap to know. */
  readonly count: number | undefined;
}

export interface QueryCompletions extends Place {
  /** Best first; at most 30. */
  readonly items: readonly QueryCompletion[];
}

const mostCompletions = 30;

/** At an offset of the text; an offset outside of it counts as its nearest end. Empty inside of free words in quotes. */
export function completeQuery(
  text: string,
  cursor: number,
  tasks: readonly QueryFacts[],
): QueryCompletions {
  const at = Math.min(Math.max(0, Math.trunc(cursor) || 0), text.length);
  const word = tokensOf(text).find(
    ({ kind, start, end }) =>
      start < at && at <= end && kind !== 'open' && kind !== 'close' && kind !== 'not',
  );
  const start = word?.start ?? at;
  const end = word?.end ?? at;
  const typed = text.slice(start, at).toLowerCase();
  if (typed.startsWith('"')) return { start, end, items: [] };
  const colon = typed.indexOf(':');
  const items =
    colon < 0
      ? [...fieldItems(typed), ...idItems(typed, tasks)]
      : valueItems(typed.slice(0, colon), typed.slice(colon + 1), tasks);
  return { start, end, items: items.slice(0, mostCompletions) };
}

function fieldItems(typed: string): readonly QueryCompletion[] {
  return Object.entries(fieldNames)
    .filter(([name]) => name.startsWith(typed))
    .map(([name, detail]) => ({ insert: `${name}:`, label: `${name}:`, detail, count: undefined }));
}

/** Ids, and with a plus before or behind the selectors of a task. */
function idItems(typed: string, tasks: readonly QueryFacts[]): readonly QueryCompletion[] {
  const [, lead = '', begin = ''] = /^(\d*\+)?(.*)$/s.exec(typed) ?? [];
  if (begin === '' && lead === '') return [];
  return tasks
    .filter(({ id }) => id.toLowerCase().startsWith(begin))
    .slice(0, mostCompletions)
    .map(({ id, title }) => {
      const insert = lead + id;
      return { insert, label: insert, detail: title, count: lead === '' ? 1 : undefined };
    });
}

function valueItems(
  field: string,
  value: string,
  tasks: readonly QueryFacts[],
): readonly QueryCompletion[] {
  // `status:ready,ru`: only what stands behind the last comma is being written.
  const comma = value.lastIndexOf(',') + 1;
  const lead = `${field}:${value.slice(0, comma)}`;
  const begin = value.slice(comma);
  const named = (words: Readonly<Record<string, NamedWord>>): readonly QueryCompletion[] =>
    Object.entries(words)
      .filter(([name]) => name.startsWith(begin))
      .map(([name, { means, test }]) => ({
        insert: lead + name,
        label: name,
        detail: `it ${means}`,
        count: tasks.filter(test).length,
      }));
  if (field === 'status') return named(statusWords);
  if (field === 'is') return named(flags);
  if (field === 'priority') return priorityItems(lead, begin, tasks);
  if (isNameIn(field, textFields)) return fieldTextItems(field, lead, begin, tasks);
  if (isNameIn(field, numberFields)) {
    const { means, of } = numberFields[field];
    return numberExamples
      .filter(([text]) => text.startsWith(begin))
      .map(([text, test]) => ({
        insert: lead + text,
        label: text,
        detail: means,
        count: tasks.filter((task) => test(of(task) ?? NaN)).length,
      }));
  }
  return [];
}

/** Ranks and words behind a comparison, if one stands there. */
function priorityItems(
  lead: string,
  typed: string,
  tasks: readonly QueryFacts[],
): readonly QueryCompletion[] {
  const [, sign = '', begin = ''] = /^([<>]?=?)(.*)$/s.exec(typed) ?? [];
  return ['P0', 'P1', 'P2', 'P3', 'critical', 'high', 'medium', 'low']
    .filter((word) => word.toLowerCase().startsWith(begin))
    .map((word) => {
      const rank = priorityRank(word);
      const count = tasks.filter((task) => priorityRank(task.priority) === rank).length;
      const detail = `the priority is ${word}`;
      return {
        insert: lead + sign + word,
        label: word,
        detail,
        count: sign === '' ? count : undefined,
      };
    });
}

const numberExamples: readonly (readonly [string, (value: number) => boolean])[] = [
  ['0', (value) => value === 0],
  ['>0', (value) => value > 0],
  ['>3', (value) => value > 3],
  ['>=10', (value) => value >= 10],
  ['1..3', (value) => value >= 1 && value <= 3],
];

interface NamedWord {
  readonly means: string;
  readonly test: (task: QueryFacts) => boolean;
}

function fieldTextItems(
  field: TextField,
  lead: string,
  begin: string,
  tasks: readonly QueryFacts[],
): readonly QueryCompletion[] {
  const { means, of } = textFields[field];
  const none = tasks.filter((task) => (of(task) ?? '') === '').length;
  const items = textItems(lead, begin, tasks, of);
  return none === 0 || !'none'.startsWith(begin)
    ? items
    : [
        ...items,
        { insert: `${lead}none`, label: 'none', detail: `${means} is not given`, count: none },
      ];
}

/** Values in use, the most frequent first. */
function textItems(
  lead: string,
  begin: string,
  tasks: readonly QueryFacts[],
  of: (task: QueryFacts) => string | undefined,
): readonly QueryCompletion[] {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const value = of(task) ?? '';
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const wanted = begin.replaceAll('"', '').replace(/^=/, '');
  return [...counts]
    .filter(([value]) => value.toLowerCase().includes(wanted))
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, mostCompletions)
    .map(([value, count]) => ({ insert: lead + quoted(value), label: value, detail: '', count }));
}

/** In quotes where a blank or a sign would end the word; quotes themselves cannot be written, a part in front can. */
function quoted(value: string): string {
  const plain = value.split(/["\n,]/)[0]?.trim() ?? '';
  return /[\s()|]/.test(plain) ? `"${plain}"` : plain;
}
