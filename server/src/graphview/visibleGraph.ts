/** From everything that is known of a queue's graph to what is drawn of it. */
import type { GraphSnapshot, GraphTaskView } from '../protocol/graphSnapshot';
import { foldTasks } from './foldTasks';
import { faceOfAll, rollUp } from './rollUp';
import { spokenFold, spokenTask } from './spoken';
import { faceOf } from './statusFace';
import type {
  GraphLook,
  VisibleCounts,
  VisibleEdge,
  VisibleGraph,
  VisibleLane,
  VisibleNode,
} from './visible';
import { visibleEdges } from './visibleEdges';

/** Everything, nothing folded. */
export const wholeGraph: GraphLook = {
  folded: new Set(),
  focus: undefined,
  matches: undefined,
  showsOthers: 'dim',
};

/** What is drawn of a snapshot. Total, and the same for the same input; keys that nothing has are ignored. */
export function visibleGraph(snapshot: GraphSnapshot, look: GraphLook): VisibleGraph {
  const { focus, matches, folded } = look;
  const inFocus = snapshot.tasks.filter(({ key }) => focus?.has(key) ?? true);
  const hides = matches !== undefined && look.showsOthers === 'hide';
  const tasks = hides ? inFocus.filter(({ key }) => matches.has(key)) : inFocus;
  const nodeOf = foldTasks(tasks, folded);
  const nodes = nodesOf(snapshot, tasks, nodeOf, look);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const taken = new Set(nodes.map(({ lane }) => lane));
  const lanes = snapshot.lanes.filter(({ key }) => taken.has(key));
  return {
    queueName: snapshot.queueName,
    lanes: lanes.map(({ key, title, done, total }): VisibleLane => {
      return { key, title, done, total, isFolded: folded.has(key) };
    }),
    nodes,
    edges: edgesOf(snapshot, lanes, nodes, nodeOf, (key) => byKey.get(key)?.isDimmed ?? false),
    nodeOf,
    counts: countsOf(snapshot, inFocus, tasks, nodeOf, matches),
  };
}

function nodesOf(
  { lanes }: GraphSnapshot,
  tasks: readonly GraphTaskView[],
  nodeOf: ReadonlyMap<string, string>,
  { matches }: GraphLook,
): readonly VisibleNode[] {
  const parents = new Set(tasks.map(({ parent }) => parent));
  const titles = new Map(lanes.map(({ key, title }) => [key, title]));
  const members = new Map<string, GraphTaskView[]>();
  for (const task of tasks) {
    const node = nodeOf.get(task.key) ?? task.key;
    const known = members.get(node);
    if (known === undefined) members.set(node, [task]);
    else known.push(task);
  }
  return [...members].map(([key, inside]): VisibleNode => {
    const base = {
      key,
      isDimmed: matches !== undefined && !inside.some((task) => matches.has(task.key)),
      isCritical: inside.some(({ isCritical }) => isCritical),
    };
    const task = inside.find((member) => member.key === key);
    if (task === undefined) {
      const roll = rollUp(inside, matches);
      const title = titles.get(key) ?? '';
      const spoken = spokenFold(title, roll);
      const about = { ...base, lane: key, face: faceOfAll(roll), spoken };
      return { kind: 'lane', ...about, title, rollUp: roll };
    }
    const about = { ...base, lane: task.lane, face: faceOf(task), spoken: spokenTask(task), task };
    if (inside.length === 1) return { kind: 'task', ...about, canFold: parents.has(key) };
    const below = rollUp(
      inside.filter((member) => member !== task),
      matches,
    );
    return { kind: 'manager', ...about, spoken: spokenFold(about.spoken, below), rollUp: below };
  });
}

function edgesOf(
  { edges }: GraphSnapshot,
  lanes: GraphSnapshot['lanes'],
  nodes: readonly VisibleNode[],
  nodeOf: ReadonlyMap<string, string>,
  isDimmed: (node: string) => boolean,
): readonly VisibleEdge[] {
  const members = new Map<string, string[]>(lanes.map(({ key }) => [key, []]));
  for (const node of nodes) {
    if (node.kind === 'lane' || node.task.isManager || node.task.status === 'cancelled') continue;
    members.get(node.lane)?.push(node.key);
  }
  const open = [...members].map(([key, inside]) => ({ key, nodes: inside }));
  return visibleEdges(edges, nodeOf, open, isDimmed);
}

function countsOf(
  { tasks }: GraphSnapshot,
  inFocus: readonly GraphTaskView[],
  shown: readonly GraphTaskView[],
  nodeOf: ReadonlyMap<string, string>,
  matches: ReadonlySet<string> | undefined,
): VisibleCounts {
  const hiddenByFocus = tasks.length - inFocus.length;
  const hiddenByFilter = inFocus.length - shown.length;
  const hiddenByFolds = shown.filter(({ key }) => nodeOf.get(key) !== key).length;
  const listRemarks = [
    ...(hiddenByFocus > 0 ? [`${hiddenByFocus} outside of the focus`] : []),
    ...(hiddenByFilter > 0 ? [`${hiddenByFilter} hidden by filter`] : []),
  ];
  return {
    tasks: tasks.length,
    matched: matches && inFocus.filter(({ key }) => matches.has(key)).length,
    hiddenByFilter,
    hiddenByFolds,
    remarks: [...listRemarks, ...(hiddenByFolds > 0 ? [`${hiddenByFolds} folded away`] : [])],
    listRemarks,
  };
}
