/** The tasks of a graph as the query language sees them. */
import { explainMiss } from '../core/query/explainMiss';
import { matcherOf } from '../core/query/matchQuery';
import { parseQuery } from '../core/query/parseQuery';
import type { QueryFacts, QueryNeighbours } from '../core/query/queryFacts';
import type { GraphSnapshot } from '../protocol/graphSnapshot';

/** What a query can ask of each task, in file order. */
export function graphFacts({ tasks, lanes, edges }: GraphSnapshot): readonly QueryFacts[] {
  const phases = new Map(lanes.map(({ key, title }) => [key, title]));
  const rings = edges.filter(({ isInCycle }) => isInCycle);
  const inCycle = new Set(rings.flatMap(({ from, to }) => [from, to]));
  return tasks.map((task) => ({
    key: task.key,
    id: task.id,
    title: task.title,
    status: task.status,
    ready: task.ready,
    notReady: task.notReady,
    model: task.model,
    phase: phases.get(task.lane),
    priority: task.priority,
    worker: task.worker,
    blocks: task.blocks,
    waits: task.waitsFor,
    slack: task.slack,
    wave: task.wave,
    errors: task.errors,
    warnings: task.warnings,
    isCritical: task.isCritical,
    isInCycle: inCycle.has(task.key),
    isManager: task.isManager,
    isForeign: task.isForeign,
    hasDrift: task.drift !== undefined,
    isSilent: task.noLifeSign !== undefined,
  }));
}

/** Direct neighbours by key. Who waits for a lane waits for each task in it; parents do not count. */
export function graphNeighbours({ tasks, edges }: GraphSnapshot): QueryNeighbours {
  const ofLane = new Map<string, string[]>();
  for (const { key, lane } of tasks) add(ofLane, lane, key);
  const needs = new Map<string, string[]>();
  const blocks = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    if (kind === 'parent') continue;
    for (const target of ofLane.get(to) ?? [to]) {
      if (target === from) continue;
      add(needs, from, target);
      add(blocks, target, from);
    }
  }
  return { waitsFor: (key) => needs.get(key) ?? [], blocks: (key) => blocks.get(key) ?? [] };
}

/** Keys of the tasks that a query finds, and what is wrong with it, a sentence each. */
export function queryGraph(
  text: string,
  snapshot: GraphSnapshot,
): { readonly matches: ReadonlySet<string>; readonly problems: readonly string[] } {
  const query = parseQuery(text);
  const facts = graphFacts(snapshot);
  const matcher = matcherOf(query, facts, graphNeighbours(snapshot));
  const found = facts.filter((task) => matcher.matches(task)).map(({ key }) => key);
  const problems = [...query.problems, ...matcher.problems].map(({ message }) => message);
  return { matches: new Set(found), problems };
}

/** Why a query does not find a task of the graph, in a sentence; nothing when it does, or when there is no such task. */
export function whyNotFound(
  text: string,
  snapshot: GraphSnapshot,
  isMeant: (task: QueryFacts) => boolean,
): string | undefined {
  const facts = graphFacts(snapshot);
  const task = facts.find(isMeant);
  if (task === undefined) return undefined;
  const query = parseQuery(text);
  return explainMiss(query, matcherOf(query, facts, graphNeighbours(snapshot)), task);
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
