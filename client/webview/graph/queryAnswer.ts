/** The query field's language, from the core; here it meets the graph. */
import { explainQuery } from '../../../server/src/core/query/explainQuery';
import { matcherOf, type QueryMatcher } from '../../../server/src/core/query/matchQuery';
import { parseQuery } from '../../../server/src/core/query/parseQuery';
import type { QueryFacts, QueryNeighbours } from '../../../server/src/core/query/queryFacts';
import type { Query } from '../../../server/src/core/query/queryNode';
import {
  writtenCompletions,
  type WrittenCompletion,
} from '../../../server/src/core/query/writtenCompletions';
import { graphFacts, graphNeighbours } from '../../../server/src/graphview/graphFacts';
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';

export interface QueryAnswer {
  /** Keys of what is found, in file order. */
  readonly matches: ReadonlySet<string>;
  /** What the query means, or what is wrong with it. */
  readonly explanation: string;
  readonly isWrong: boolean;
  /** What it was made from, for explaining what is not found. */
  readonly query: Query;
  readonly facts: readonly QueryFacts[];
  readonly matcher: QueryMatcher;
}

/** Which tasks of a graph a query finds; parts that cannot be read count as not written, and are told. */
export function readQuery(text: string, snapshot: GraphSnapshot): QueryAnswer {
  const query = parseQuery(text);
  const { facts, neighbours } = askedOf(snapshot);
  const matcher = matcherOf(query, facts, neighbours);
  const matches = new Set(facts.filter((task) => matcher.matches(task)).map(({ key }) => key));
  const problems = [...query.problems, ...matcher.problems].map(({ message }) => message);
  return {
    matches,
    explanation: problems.length > 0 ? problems.join(' ') : explainQuery(query),
    isWrong: problems.length > 0,
    query,
    facts,
    matcher,
  };
}

/** What can be written at the caret, with how many tasks it would find. */
export function completionsOf(
  text: string,
  caret: number,
  snapshot: GraphSnapshot,
): readonly WrittenCompletion[] {
  return writtenCompletions(text, caret, askedOf(snapshot).facts).slice(0, 12);
}

/** Worked out once for each graph, not at every key. */
interface Asked {
  readonly facts: readonly QueryFacts[];
  readonly neighbours: QueryNeighbours;
}

const known = new WeakMap<GraphSnapshot, Asked>();

function askedOf(snapshot: GraphSnapshot): Asked {
  const asked = known.get(snapshot) ?? {
    facts: graphFacts(snapshot),
    neighbours: graphNeighbours(snapshot),
  };
  known.set(snapshot, asked);
  return asked;
}
