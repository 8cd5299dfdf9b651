/** The plan's nodes, made from the tasks of all queues and what they still wait for. */
import { firmTargets, fulfilmentOf } from '../graph/dependencyGraph';
import type { Resolution } from '../index/resolution';
import type { Task } from '../index/task';
import { bucketOf, isClosed } from '../model/status';
import type { TaskKey } from '../model/taskKey';
import { usualPriority } from '../query/priorityRank';
import type { NotReadyReason } from '../schedule/scheduleModel';
import type { QueueState } from '../state';
import { planGraphOf, type PlanGraph, type PlanKind, type PlanNode } from './planGraph';
import { strongComponents } from './strongComponents';

/** What the plan is made from: nothing that editing prose changes. */
export interface PlanFacts extends Pick<QueueState, 'index' | 'graph' | 'schedule' | 'options'> {
  /** Rank of each task that says something, see `query/priorityRank.ts`. */
  readonly priorities: ReadonlyMap<TaskKey, number>;
}

export interface WorkspacePlanGraph {
  readonly graph: PlanGraph;
  /** By number; gates stand behind them. */
  readonly keys: readonly TaskKey[];
  readonly numbers: ReadonlyMap<TaskKey, number>;
  /** By number as in `PlanNode.queue`. */
  readonly queues: readonly string[];
}

/** Every task has a node, closed ones too; only open ones wait for anything. */
export function workspacePlanGraph(facts: PlanFacts): WorkspacePlanGraph {
  const { index, schedule, options } = facts;
  const keys = [...index.tasks.keys()];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const queues = [...schedule.byQueue.keys()];
  const queueOf = new Map(queues.map((uri, number) => [uri, number]));
  const gates = new Gates(keys.length);
  const waits = keys.map(openTargetsIn(facts, numbers, gates));
  const children = impliedTargets(facts, keys, numbers, waits, gates);
  const nodes = keys.map((key, number): PlanNode => {
    const task = index.tasks.get(key) as Task;
    const own = waits[number] ?? [];
    const implied = children[number] ?? [];
    return {
      kind: kindOf(facts, task, own.length > 0),
      queue: queueOf.get(task.uri) ?? -1,
      priority: facts.priorities.get(key) ?? usualPriority,
      targets: [...new Set([...own, ...implied])],
      counts: implied.length === 0,
      isOpen: !isClosed(task.status),
    };
  });
  const slots = queues.map((uri) => schedule.byQueue.get(uri)?.slots.max ?? options.defaultSlots);
  return { graph: planGraphOf([...nodes, ...gates.nodes], slots), keys, numbers, queues };
}

/** What each open task waits for and is not done: tasks, and gates in place of groups. */
function openTargetsIn(
  { index, graph, options }: PlanFacts,
  numbers: ReadonlyMap<TaskKey, number>,
  gates: Gates,
): (key: TaskKey) => readonly number[] {
  const isUnmet = (target: TaskKey): boolean =>
    fulfilmentOf(index.tasks.get(target)?.status ?? 'unknown', options) !== 'met';
  // Who waits for the same phase shares its resolution; its members are looked at once.
  const known = new Map<Resolution, readonly number[]>();
  const targetsOf = (resolution: Resolution): readonly number[] => {
    const found = known.get(resolution);
    if (found) return found;
    const at = firmTargets(resolution)
      .filter(isUnmet)
      .map((target) => numbers.get(target) as number);
    const targets = at.length > fewest ? [gates.over(at)] : at;
    known.set(resolution, targets);
    return targets;
  };
  return (key) => {
    const task = index.tasks.get(key);
    if (task === undefined || isClosed(task.status)) return [];
    return (graph.byTask.get(key) ?? []).flatMap(({ resolution }) => targetsOf(resolution));
  };
}

/** A gate costs a node; below this many targets, edges are cheaper. */
const fewest = 3;

/** Groups that tasks wait for, each once, so that a phase that waits for another is no product of both. */
class Gates {
  readonly nodes: PlanNode[] = [];
  readonly #first: number;
  readonly #known = new Map<string, number>();

  constructor(first: number) {
    this.#first = first;
  }

  over(targets: readonly number[]): number {
    const name = targets.join(' ');
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const gate = this.#first + this.nodes.length;
    this.nodes.push({
      kind: 'gate',
      queue: -1,
      priority: usualPriority,
      targets,
      counts: false,
      isOpen: true,
    });
    this.#known.set(name, gate);
    return gate;
  }
}

/** A manager is done when its open children are, unless one of them waits for it in turn. */
function impliedTargets(
  { index }: PlanFacts,
  keys: readonly TaskKey[],
  numbers: ReadonlyMap<TaskKey, number>,
  waits: readonly (readonly number[])[],
  gates: Gates,
): readonly (readonly number[])[] {
  const isOpen = (key: TaskKey): boolean => !isClosed(index.tasks.get(key)?.status ?? 'complete');
  const children = keys.map((key): readonly number[] => {
    const task = index.tasks.get(key);
    if (task === undefined || !isCoordinator(task) || !isOpen(key)) return [];
    return task.children.filter(isOpen).map((child) => numbers.get(child) as number);
  });
  const all = [...waits, ...gates.nodes.map((gate) => gate.targets)].map((own, number) => [
    ...own,
    ...(children[number] ?? []),
  ]);
  const { of } = strongComponents(all);
  return children.map((own, number) => own.filter((child) => of[child] !== of[number]));
}

/** Managers, epics and stories take no worker themselves. */
function isCoordinator(task: Task): boolean {
  return task.isManager || task.kind !== 'task';
}

function kindOf({ schedule }: PlanFacts, task: Task, waitsForTasks: boolean): PlanKind {
  const queue = schedule.byQueue.get(task.uri);
  if (task.status === 'cancelled') return 'stuck';
  if (bucketOf(task.status) === 'finished') return 'claimed';
  if (task.status === 'in-progress') return isCoordinator(task) ? 'manager' : 'running';
  const reasons = queue?.notReady.get(task.key) ?? [];
  const hinders = ({ kind }: NotReadyReason): boolean =>
    kind === 'unresolved' || kind === 'ambiguous' || kind === 'free-text' || kind === 'gap';
  if (reasons.some(hinders)) return 'stuck';
  // People write "blocked" for waiting, too: then it goes on when what it waits for is done.
  const mayStart = task.status === 'pending' || (task.status === 'blocked' && waitsForTasks);
  if (!mayStart) return 'stuck';
  return isCoordinator(task) ? 'manager' : 'work';
}
