/** From a picture and its plan to what the graph shows of one queue. */
import { firmTargets } from '../core/graph/dependencyGraph';
import { sentencesNotReady } from '../core/features/support/explainNotReady';
import { isDone } from '../core/model/status';
import type { TaskKey } from '../core/model/taskKey';
import { plainText } from '../core/parse/plainText';
import { firstParentsOf } from '../core/plan/firstParents';
import { type Lane, lanesOf } from '../core/plan/lanes';
import { type Plan, type QueueChains, queueChainsOf } from '../core/plan/plan';
import { type TaskEdge, taskEdgesOf } from '../core/plan/taskEdges';
import type { QueueState } from '../core/state';
import { rangeOf } from '../core/text/lineTable';
import type {
  GraphEdgeView,
  GraphLaneView,
  GraphSnapshot,
  GraphTaskView,
  PlannedBarView,
} from '../protocol/graphSnapshot';
import type { Picture } from '../session/picture';
import { countTroubles, type TroubleCount } from './countTroubles';
import { fieldViews, placeViews, runViews } from './taskViews';

/** What a graph is drawn from; a past one has no findings. */
export type GraphSource = Pick<Picture, 'revision' | 'state' | 'files' | 'findings'>;

/** The complete graph of a queue; nothing for other files, and for a queue that could not be read. */
export function toGraphSnapshot(
  source: GraphSource,
  uri: string,
  plan: Plan,
): GraphSnapshot | undefined {
  const { state } = source;
  const schedule = state.schedule.byQueue.get(uri);
  if (!state.documents.has(uri) || schedule === undefined) return undefined;
  const own = asTheyStand(state, state.index.byQueue.get(uri) ?? []);
  const foreign = foreignLanes(source, own, uri);
  const lanes = [...foreign, ...lanesOf(state, uri)];
  const laneOf = new Map(lanes.flatMap(({ key, tasks }) => tasks.map((task) => [task, key])));
  const keys = [...own, ...foreign.flatMap(({ tasks }) => tasks)];
  const ordered = new Map(keys.map((key) => [key, laneOf.get(key) ?? '']));
  const chains = queueChainsOf(plan, uri);
  const viewOf = taskViewer(source, uri, plan, chains, ordered);
  const { max, declared, inUse } = schedule.slots;
  const placed = own.flatMap((key) => {
    const place = plan.tasks.get(key)?.place;
    return place ? [{ key, ...place }] : [];
  });
  return {
    revision: source.revision,
    queueUri: uri,
    queueName: source.files.get(uri)?.name ?? uri,
    slots: { max, declared, inUse },
    tasks: keys.flatMap((key) => viewOf(key) ?? []),
    edges: edgeViews(state, chains, taskEdgesOf(state, ordered)),
    lanes: lanes.map((lane) => laneView(state, uri, lane)),
    cycles: plan.cycles
      .filter(({ cycle }) => cycle.members.some((key) => ordered.has(key)))
      .map(({ cycle: { ring }, cut }) => ({ ring, cut })),
    waves: wavesOf(placed),
    waterfall: placed.map(({ key, slot, step }): PlannedBarView => ({
      key,
      slot,
      start: step,
      end: step + 1,
    })),
    criticalPath: chains.criticalPath.filter((key) => ordered.has(key)),
  };
}

/** In the order of the lines that they are shown with. */
function asTheyStand(state: QueueState, keys: readonly TaskKey[]): readonly TaskKey[] {
  const at = (key: TaskKey): number => state.index.tasks.get(key)?.deciding ?? -1;
  return [...keys].sort((a, b) => at(a) - at(b));
}

/** The tasks of other queues that something here waits for, a lane for each queue. */
function foreignLanes(
  { state, files }: GraphSource,
  own: readonly TaskKey[],
  uri: string,
): readonly Lane[] {
  const meant = new Set(
    own.flatMap((key) => (state.graph.byTask.get(key) ?? []).map((d) => d.resolution)),
  );
  const wanted = new Set([...meant].flatMap(firmTargets));
  return [...state.index.byQueue].flatMap(([other, keys]) => {
    const tasks = other === uri ? [] : keys.filter((key) => wanted.has(key));
    if (tasks.length === 0) return [];
    const title = files.get(other)?.name ?? other;
    return [{ key: `${other}\n@`, title, group: undefined, tasks }];
  });
}

function laneView(state: QueueState, uri: string, lane: Lane): GraphLaneView {
  const document = state.documents.get(uri);
  const heading = lane.group === undefined ? undefined : document?.groups[lane.group];
  const tasks = lane.tasks
    .flatMap((key) => state.index.tasks.get(key) ?? [])
    .filter((task) => !task.isManager && task.status !== 'cancelled');
  return {
    key: lane.key,
    title: plainText(lane.title),
    range: document && heading && rangeOf(document.lines, heading.line),
    done: tasks.filter(({ status }) => isDone(status)).length,
    total: tasks.length,
  };
}

function taskViewer(
  { state, findings }: GraphSource,
  queueUri: string,
  plan: Plan,
  chains: QueueChains,
  laneOf: ReadonlyMap<TaskKey, string>,
): (key: TaskKey) => GraphTaskView | undefined {
  const troubles = new Map<string, readonly TroubleCount[]>();
  const parents = firstParentsOf(state, laneOf.keys());
  const ready = new Set([...state.schedule.byQueue.values()].flatMap((queue) => queue.ready));
  return (key) => {
    const task = state.index.tasks.get(key);
    const document = task && state.documents.get(task.uri);
    const declaration = document?.declarations[task?.deciding ?? -1];
    if (!task || !document || !declaration) return undefined;
    const { uri } = task;
    const known = troubles.get(uri) ?? countTroubles(document, findings.get(uri) ?? []);
    troubles.set(uri, known);
    const own = task.declarations.map((at) => known[at]);
    const sum = (what: 'errors' | 'warnings'): number =>
      own.reduce((total, count) => total + (count?.[what] ?? 0), 0);
    const { blocks, waitsFor, place } = plan.tasks.get(key) ?? { blocks: 0, waitsFor: 0 };
    const slack = chains.slackOf(key);
    const { model, priority, worker } = fieldViews(declaration);
    const { drift, noLifeSign, lastSignMinutes } = runViews(state, task, own);
    return {
      key,
      id: task.id,
      title: plainText(declaration.title?.value ?? ''),
      status: task.status,
      lane: laneOf.get(key) ?? '',
      parent: parents.get(key),
      isManager: task.isManager,
      ready: ready.has(key),
      notReady: sentencesNotReady(state, key),
      model,
      priority,
      worker,
      uri,
      ...placeViews(document, task, declaration),
      errors: sum('errors'),
      warnings: sum('warnings'),
      drift,
      noLifeSign,
      lastSignMinutes,
      blocks,
      waitsFor,
      slack,
      isCritical: slack === 0 && chains.length > 1,
      wave: place?.step,
      isForeign: uri !== queueUri,
    };
  };
}

function edgeViews(
  { graph }: QueueState,
  { criticalPath }: QueueChains,
  edges: readonly TaskEdge[],
): readonly GraphEdgeView[] {
  const knotOf = new Map(
    graph.cycles.flatMap((cycle) => cycle.members.map((key) => [key, cycle] as const)),
  );
  const before = new Map(criticalPath.map((key, i) => [key, criticalPath[i - 1]]));
  return edges.map(({ from, to, kind, fulfilment, targets }) => {
    const knot = kind === 'parent' ? undefined : knotOf.get(from);
    const isInCycle = knot !== undefined && targets.some((key) => knotOf.get(key) === knot);
    const [first, last] = kind === 'parent' ? [from, targets[0]] : [before.get(from), from];
    const isCritical =
      first !== undefined &&
      last !== undefined &&
      before.get(last) === first &&
      (kind === 'parent' || targets.includes(first));
    return { from, to, kind, fulfilment, isInCycle, isCritical };
  });
}

function wavesOf(
  placed: readonly { readonly key: TaskKey; readonly step: number; readonly slot: number }[],
): readonly (readonly TaskKey[])[] {
  const waves: { key: TaskKey; slot: number }[][] = [];
  for (const { key, step, slot } of placed) (waves[step] ??= []).push({ key, slot });
  return Array.from(waves, (wave = []) =>
    wave.sort((a, b) => a.slot - b.slot).map(({ key }) => key),
  );
}
