/** The lines of the picture: who waits for whom, and who belongs to whom. */
import { firmTargets, fulfilmentOf } from '../graph/dependencyGraph';
import type { Resolution } from '../index/resolution';
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';

export interface TaskEdge {
  readonly from: TaskKey;
  /** A task; with `phase` perhaps the key of a lane. */
  readonly to: string;
  readonly kind: 'dependency' | 'phase' | 'parent';
  readonly fulfilment: 'met' | 'soft' | 'unmet';
  /** The tasks that it stands for: `to`, or those of the lane that are waited for. */
  readonly targets: readonly TaskKey[];
}

/** A group of more tasks than this is drawn to its lanes; else only to those that no other of them waits for. */
const mostMembers = 12;
const mostLast = 4;

/** Between the tasks in `laneOf`, each pair once, in file order of who waits; parents behind dependencies. */
export function taskEdgesOf(
  state: QueueState,
  laneOf: ReadonlyMap<TaskKey, string>,
): readonly TaskEdge[] {
  const edges: TaskEdge[] = [];
  // Who waits for the same phase shares its resolution, and so the ends of its lines.
  const known = new Map<Resolution, readonly EdgeEnd[]>();
  const endsOnce = (resolution: Resolution): readonly EdgeEnd[] => {
    const found = known.get(resolution) ?? endsOf(state, resolution, laneOf);
    known.set(resolution, found);
    return found;
  };
  for (const from of laneOf.keys()) {
    const own = new Map<string, TaskEdge>();
    const all = state.graph.byTask.get(from) ?? [];
    const groups = all.filter((d) => d.resolution.kind === 'group');
    for (const dependency of [...all.filter((d) => !groups.includes(d)), ...groups])
      for (const end of endsOnce(dependency.resolution))
        if (!own.has(end.to)) own.set(end.to, { from, ...end });
    edges.push(...own.values());
    for (const to of state.index.tasks.get(from)?.parents ?? [])
      if (laneOf.has(to) && !own.has(to))
        edges.push({ from, to, kind: 'parent', fulfilment: 'met', targets: [to] });
  }
  return edges;
}

type EdgeEnd = Omit<TaskEdge, 'from'>;

function endsOf(
  state: QueueState,
  resolution: Resolution,
  laneOf: ReadonlyMap<TaskKey, string>,
): readonly EdgeEnd[] {
  const targets = firmTargets(resolution).filter((key) => laneOf.has(key));
  if (resolution.kind !== 'group') return targets.map((to) => endAt(state, to, 'dependency', [to]));
  const last = targets.length > mostMembers ? targets : lastOf(state, targets);
  if (last.length <= mostLast) return last.map((to) => endAt(state, to, 'phase', [to]));
  const byLane = new Map<string, TaskKey[]>();
  for (const key of targets) {
    const lane = laneOf.get(key) as string;
    const known = byLane.get(lane);
    if (known) known.push(key);
    else byLane.set(lane, [key]);
  }
  return [...byLane].map(([lane, members]) => endAt(state, lane, 'phase', members));
}

/** Those that none of the others waits for: when they are done, all are. A done one hides no open one. */
function lastOf(state: QueueState, targets: readonly TaskKey[]): readonly TaskKey[] {
  const all = new Set(targets);
  const isOpen = (key: TaskKey): boolean => fulfilmentOfTask(state, key) !== 'met';
  const waitedForBy = (waiting: readonly TaskKey[]): ReadonlySet<TaskKey> =>
    new Set(
      waiting.flatMap((key) =>
        (state.graph.byTask.get(key) ?? []).flatMap((d) =>
          firmTargets(d.resolution).filter((other) => all.has(other) && other !== key),
        ),
      ),
    );
  const [byAny, byOpen] = [waitedForBy(targets), waitedForBy(targets.filter(isOpen))];
  const last = targets.filter((key) => !(isOpen(key) ? byOpen : byAny).has(key));
  return last.length > 0 ? last : targets;
}

function fulfilmentOfTask({ index, options }: QueueState, key: TaskKey): TaskEdge['fulfilment'] {
  return fulfilmentOf(index.tasks.get(key)?.status ?? 'unknown', options);
}

function endAt(
  state: QueueState,
  to: string,
  kind: TaskEdge['kind'],
  targets: readonly TaskKey[],
): EdgeEnd {
  const how = targets.map((key) => fulfilmentOfTask(state, key));
  const fulfilment = how.includes('unmet') ? 'unmet' : how.includes('soft') ? 'soft' : 'met';
  return { to, kind, fulfilment, targets };
}
