/** Why a query does not find a task, in plain words. */
import { numberFields, textFields } from './fields';
import type { QueryMatcher } from './matchQuery';
import type { QueryFacts } from './queryFacts';
import type { Place, Query, QueryNode, QueryTerm } from './queryNode';
import { termClause } from './termClause';

/** A term of the query that keeps a task away. */
export interface Miss {
  /** Where the term stands in the query. */
  readonly place: Place;
  /** `it cannot start now`: the same for all tasks that the term keeps away. */
  readonly clause: string;
  /** What this task has instead, such as `it waits for a-1`; empty where that says no more. */
  readonly actual: string;
}

/** One sentence on what keeps the task from being shown; nothing when it is. */
export function explainMiss(
  query: Query,
  matcher: QueryMatcher,
  task: QueryFacts,
): string | undefined {
  const misses = missesOf(query, matcher, task);
  return misses.length === 0 ? undefined : `\`${task.id}\` is not shown: ${missWords(misses)}.`;
}

/** Everything that would have to be different for the query to find the task; empty when it does. */
export function missesOf(
  { node }: Query,
  matcher: QueryMatcher,
  task: QueryFacts,
): readonly Miss[] {
  return causesOf(node, matcher, task, true);
}

/** Each with its clause and what the task has instead, without an end. */
export function missWords(misses: readonly Miss[]): string {
  return misses
    .map(({ clause, actual }) => (actual === '' ? clause : `${clause} (${actual})`))
    .join('; ');
}

function causesOf(
  node: QueryNode,
  matcher: QueryMatcher,
  task: QueryFacts,
  wanted: boolean,
): readonly Miss[] {
  switch (node.kind) {
    case 'all':
      return [];
    case 'not':
      return causesOf(node.part, matcher, task, !wanted);
    case 'term': {
      const { term, place } = node;
      if (matcher.holds(term, task) === wanted) return [];
      return [{ place, clause: termClause(term, !wanted), actual: actualOf(term, task) }];
    }
    case 'and':
    case 'or': {
      const each = node.parts.map((part) => causesOf(part, matcher, task, wanted));
      const needsAll = (node.kind === 'and') === wanted;
      return needsAll || each.every((causes) => causes.length > 0) ? each.flat() : [];
    }
  }
}

function actualOf(term: QueryTerm, task: QueryFacts): string {
  switch (term.kind) {
    case 'status':
      return term.any.includes('ready') && task.notReady.length > 0
        ? task.notReady.map(asClause).join('; ')
        : `it is ${task.status}`;
    case 'text':
      return shown(textFields[term.field].of(task));
    case 'number':
      return shown(numberFields[term.field].of(task));
    case 'priority':
      return shown(task.priority);
    case 'is':
    case 'selector':
    case 'words':
      return '';
  }
}

/** "It waits for a-1." within another sentence. */
function asClause(sentence: string): string {
  return sentence.replace(/^It/, 'it').replace(/\.$/, '');
}

function shown(value: string | number | undefined): string {
  return value === undefined ? 'it has none' : `it is ${value}`;
}
