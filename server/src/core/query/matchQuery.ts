/** Which tasks a query means. */
import { flags, numberFields, statusWords, textFields } from './fields';
import { nearName } from './nearName';
import { priorityRank } from './priorityRank';
import type { QueryFacts, QueryNeighbours } from './queryFacts';
import type {
  NumberRange,
  Query,
  QueryNode,
  QueryProblem,
  QueryTerm,
  TextMatch,
} from './queryNode';

export interface QueryMatcher {
  matches(task: QueryFacts): boolean;
  /** Whether one term holds, for explaining. */
  holds(term: QueryTerm, task: QueryFacts): boolean;
  /** Selectors that name no task; they select nothing. */
  readonly problems: readonly QueryProblem[];
}

/** A matcher for these tasks; selectors are worked out at once. */
export function matcherOf(
  { node }: Query,
  tasks: readonly QueryFacts[],
  neighbours: QueryNeighbours,
): QueryMatcher {
  const selected = new Map<QueryTerm, ReadonlySet<string>>();
  const problems: QueryProblem[] = [];
  eachTerm(node, (term, place) => {
    if (term.kind !== 'selector') return;
    const keys = keysOf(tasks, term.id);
    if (keys.length === 0) problems.push({ ...place, message: unknownTask(term.id, tasks) });
    selected.set(term, around(keys, term, neighbours));
  });
  const holds = (term: QueryTerm, task: QueryFacts): boolean =>
    term.kind === 'selector' ? selected.get(term)?.has(task.key) === true : termHolds(term, task);
  const matches = (at: QueryNode, task: QueryFacts): boolean => {
    switch (at.kind) {
      case 'all':
        return true;
      case 'and':
        return at.parts.every((part) => matches(part, task));
      case 'or':
        return at.parts.some((part) => matches(part, task));
      case 'not':
        return !matches(at.part, task);
      case 'term':
        return holds(at.term, task);
    }
  };
  return { matches: (task) => matches(node, task), holds, problems };
}

function eachTerm(
  node: QueryNode,
  see: (term: QueryTerm, place: { readonly start: number; readonly end: number }) => void,
): void {
  if (node.kind === 'term') see(node.term, node.place);
  else if (node.kind === 'not') eachTerm(node.part, see);
  else if (node.kind !== 'all') for (const part of node.parts) eachTerm(part, see);
}

/** Tasks with this id; in several queues there may be several. */
function keysOf(tasks: readonly QueryFacts[], id: string): readonly string[] {
  const wanted = id.toLowerCase();
  return tasks.filter((task) => task.id.toLowerCase() === wanted).map(({ key }) => key);
}

function unknownTask(id: string, tasks: readonly QueryFacts[]): string {
  const near = nearName(
    id,
    tasks.map((task) => task.id.toLowerCase()),
  );
  const hint = near === undefined ? ' Write its whole id.' : ` Did you mean \`${near}\`?`;
  return `There is no task \`${id}\` here.${hint}`;
}

function around(
  keys: readonly string[],
  { up, down }: { readonly up: number; readonly down: number },
  neighbours: QueryNeighbours,
): ReadonlySet<string> {
  const above = walk(keys, up, (key) => neighbours.waitsFor(key));
  return new Set([...above, ...walk(keys, down, (key) => neighbours.blocks(key))]);
}

function walk(
  keys: readonly string[],
  steps: number,
  next: (key: string) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set(keys);
  let wave = keys;
  for (let step = 0; step < steps && wave.length > 0; step++) {
    wave = [...new Set(wave.flatMap((key) => next(key)))].filter((key) => !seen.has(key));
    for (const key of wave) seen.add(key);
  }
  return seen;
}

function termHolds(term: Exclude<QueryTerm, { kind: 'selector' }>, task: QueryFacts): boolean {
  switch (term.kind) {
    case 'status':
      return term.any.some((word) => statusWords[word].test(task));
    case 'is':
      return term.any.some((flag) => flags[flag].test(task));
    case 'text':
      return term.any.some((match) => textHolds(match, textFields[term.field].of(task)));
    case 'number':
      return isWithin(term.any, numberFields[term.field].of(task));
    case 'priority':
      return isWithin(term.any, priorityRank(task.priority));
    case 'words': {
      const text = term.text.toLowerCase();
      return task.id.toLowerCase().includes(text) || task.title.toLowerCase().includes(text);
    }
  }
}

function isWithin(ranges: readonly NumberRange[], value: number | undefined): boolean {
  return value !== undefined && ranges.some(({ least, most }) => least <= value && value <= most);
}

function textHolds(match: TextMatch, value: string | undefined): boolean {
  const text = value?.toLowerCase();
  if (match.how === 'none') return text === undefined || text === '';
  if (text === undefined) return false;
  switch (match.how) {
    case 'equals':
      return text === match.text;
    case 'contains':
      return text.includes(match.text);
    case 'pattern':
      return fits(text, match.text.split('*'));
  }
}

/** Whether the text is the parts in order with anything between them; never backtracks. */
function fits(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
