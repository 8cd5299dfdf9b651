/** The plan of all queues: what each task keeps waiting, when it gets its turn, which chains decide, what to cut. */
import { firmTargets } from '../graph/dependencyGraph';
import type { Cycle } from '../graph/graphModel';
import { statedWords } from '../model/statedField';
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';
import { cheapestCut, type KnotLink } from './cheapestCut';
import { criticalPathOf } from './criticalPath';
import { impactOf } from './impact';
import { priorityRank } from '../query/priorityRank';
import { type Placement, wavePlanOf } from './wavePlan';
import { type PlanFacts, type WorkspacePlanGraph, workspacePlanGraph } from './workspacePlanGraph';

export interface TaskPlan {
  /** How many open tasks it keeps waiting, and how many it waits for, directly or not. */
  readonly blocks: number;
  readonly waitsFor: number;
  /** Where it stands in the plan against the slots; nothing for what takes no slot or never gets its turn. */
  readonly place: Placement | undefined;
}

export interface CyclePlan {
  readonly cycle: Cycle;
  /** What is best taken out: that `from` waits for `to`, or for the group that `to` is the first of in this cycle. */
  readonly cut: { readonly from: TaskKey; readonly to: TaskKey };
}

export interface Plan {
  readonly facts: PlanFacts;
  readonly planGraph: WorkspacePlanGraph;
  readonly tasks: ReadonlyMap<TaskKey, TaskPlan>;
  readonly cycles: readonly CyclePlan[];
}

/** What is decided for one queue; slots do not matter here. */
export interface QueueChains {
  /** A longest chain of open tasks, first to last; empty when nothing waits for anything. */
  readonly criticalPath: readonly TaskKey[];
  /** Steps that a task may be late; nothing for closed ones and on cycles. */
  slackOf(key: TaskKey): number | undefined;
  /** How many steps the longest chain takes. */
  readonly length: number;
}

/** The plan of a state; `previous` itself when neither structure, statuses, slots nor priorities changed (I7). */
export function planOf(state: QueueState, previous?: Plan): Plan {
  const priorities = prioritiesOf(state);
  const { index, graph, schedule, options } = state;
  if (previous && isSame(previous.facts, state, priorities)) return previous;
  const facts: PlanFacts = { index, graph, schedule, options, priorities };
  const planGraph = workspacePlanGraph(facts);
  const { blocks, waitsFor } = impactOf(planGraph.graph);
  const places = wavePlanOf(planGraph.graph, blocks);
  const tasks = planGraph.keys.map((key, at): [TaskKey, TaskPlan] => [
    key,
    { blocks: blocks[at] ?? 0, waitsFor: waitsFor[at] ?? 0, place: places[at] },
  ]);
  return {
    facts,
    planGraph,
    tasks: new Map(tasks),
    cycles: graph.cycles.map((c) => cut(facts, c)),
  };
}

/** The chains that decide when a queue is done; queues that it waits for count along. */
export function queueChainsOf({ planGraph }: Plan, uri: string): QueueChains {
  const { graph, keys, numbers, queues } = planGraph;
  const { chain, slack, length } = criticalPathOf(graph, queues.indexOf(uri));
  return {
    criticalPath: chain.flatMap((at) => keys[at] ?? []),
    slackOf: (key) => slack[numbers.get(key) ?? -1],
    length,
  };
}

function isSame(
  facts: PlanFacts,
  { index, graph, schedule }: QueueState,
  priorities: ReadonlyMap<TaskKey, number>,
): boolean {
  return (
    facts.index === index &&
    facts.graph === graph &&
    facts.schedule === schedule &&
    facts.priorities.size === priorities.size &&
    [...priorities].every(([key, rank]) => facts.priorities.get(key) === rank)
  );
}

function prioritiesOf({ index, documents }: QueueState): ReadonlyMap<TaskKey, number> {
  const ranks = new Map<TaskKey, number>();
  for (const { key, uri, declarations } of index.tasks.values()) {
    const declared = documents.get(uri)?.declarations ?? [];
    const said = declarations.flatMap((at) => {
      const declaration = declared[at];
      const words = declaration && statedWords(declaration, 'priority');
      return priorityRank(words) ?? [];
    });
    if (said.length > 0) ranks.set(key, Math.min(...said));
  }
  return ranks;
}

function cut({ graph }: PlanFacts, cycle: Cycle): CyclePlan {
  const { members } = cycle;
  const numbers = new Map(members.map((key, at) => [key, at]));
  const inside = (targets: readonly TaskKey[]): readonly number[] =>
    targets.flatMap((key) => numbers.get(key) ?? []);
  const links: readonly KnotLink[] = members.flatMap((key, from) =>
    (graph.byTask.get(key) ?? []).flatMap(({ resolution }) => {
      const targets = inside(firmTargets(resolution));
      return targets.length === 0 ? [] : [{ from, targets }];
    }),
  );
  const { from, targets } = cheapestCut(members.length, links)?.link ?? { from: 0, targets: [0] };
  return {
    cycle,
    cut: { from: members[from] as TaskKey, to: members[targets[0] ?? 0] as TaskKey },
  };
}
