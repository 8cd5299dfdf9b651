/** Why a query does not find tasks, and which query would: the core's words for the page. Pure. */
import {
  explainMiss,
  missesOf,
  missWords,
  type Miss,
} from '../../../server/src/core/query/explainMiss';
import type { Place } from '../../../server/src/core/query/queryNode';
import { withoutTerms } from '../../../server/src/core/query/withoutTerms';
import type { Drawing } from './drawing';
import { readQuery, type QueryAnswer } from './queryAnswer';

/** Terms of the query that can be left out, and what is left then. */
export interface Without {
  /** In the words of the query. */
  readonly terms: string;
  /** The query without them; empty when nothing is left. */
  readonly rest: string;
}

export interface MissedTask extends Without {
  /** What would have to be different, such as `it cannot start now (it waits for a-1)`. */
  readonly words: string;
  /** One sentence that names the task. */
  readonly sentence: string;
}

/** Nothing when the query finds the task, or it is gone. */
export function missedTask(answer: QueryAnswer, key: string): MissedTask | undefined {
  const task = answer.facts.find((each) => each.key === key);
  if (task === undefined || answer.matches.has(key)) return undefined;
  const { query, matcher } = answer;
  const misses = missesOf(query, matcher, task);
  const places = misses.map(({ place }) => place);
  const sentence = explainMiss(query, matcher, task) ?? '';
  return { words: missWords(misses), sentence, ...without(answer, places) };
}

export interface MissedByTerm extends Without {
  readonly clause: string;
  /** How many tasks the term keeps away, alone or with others. */
  readonly count: number;
  /** How many tasks the query finds without it. */
  readonly found: number;
}

/** Other terms keep away fewer. */
const explained = 4;

const known = new WeakMap<Drawing, readonly MissedByTerm[]>();

/** Which terms keep away how many of the tasks in focus, those with the most first, four of them; empty without a query. */
export function missedByTerm(drawing: Drawing): readonly MissedByTerm[] {
  const missed = known.get(drawing) ?? missedIn(drawing);
  known.set(drawing, missed);
  return missed;
}

function missedIn({ answer, inFocus, snapshot }: Drawing): readonly MissedByTerm[] {
  if (answer === undefined) return [];
  const { facts, query, matcher } = answer;
  const isIn = (key: string): boolean => inFocus?.has(key) ?? true;
  const terms = new Map<number, { readonly miss: Miss; count: number }>();
  for (const task of facts) {
    if (!isIn(task.key)) continue;
    for (const miss of missesOf(query, matcher, task)) {
      const term = terms.get(miss.place.start) ?? { miss, count: 0 };
      term.count++;
      terms.set(miss.place.start, term);
    }
  }
  return [...terms.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, explained)
    .map(({ miss: { clause, place }, count }) => {
      const left = without(answer, [place]);
      const found = [...readQuery(left.rest, snapshot).matches].filter(isIn).length;
      return { clause, count, found, ...left };
    });
}

function without({ query }: QueryAnswer, places: readonly Place[]): Without {
  const terms = places.map(({ start, end }) => query.text.slice(start, end)).join(' ');
  return { terms, rest: withoutTerms(query, places) };
}
