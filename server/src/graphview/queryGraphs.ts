/** A query over several queues at once: what tree, palette and command line ask. */
import { parseQuery } from '../core/query/parseQuery';
import type { GraphSnapshot, GraphTaskView } from '../protocol/graphSnapshot';
import { queryGraph } from './graphFacts';

export interface QueriedGraph {
  readonly graph: GraphSnapshot;
  /** Own tasks that are found, in file order. */
  readonly tasks: readonly GraphTaskView[];
}

/** What is found in each queue; `problem` says in a sentence what is wrong with the query, when something is. */
export function queryGraphs(
  text: string,
  graphs: readonly GraphSnapshot[],
): { readonly found: readonly QueriedGraph[]; readonly problem: string | undefined } {
  const answers = graphs.map((graph) => ({ graph, ...queryGraph(text, graph) }));
  const found = answers.map(({ graph, matches }) => ({
    graph,
    tasks: graph.tasks.filter(({ key, isForeign }) => matches.has(key) && !isForeign),
  }));
  const problem = parseQuery(text).problems[0]?.message;
  return { found, problem: problem ?? missedEverywhere(answers.map(({ problems }) => problems)) };
}

/** A selector has to name a task of one of the queues. */
function missedEverywhere(problems: readonly (readonly string[])[]): string | undefined {
  if (problems.some((own) => own.length === 0)) return undefined;
  const all = problems.flat();
  return all.find((problem) => problem.includes('Did you mean')) ?? all[0];
}
