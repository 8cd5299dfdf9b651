/** Who waits for whom, both ways, found once for each snapshot. */
import type {
  GraphEdgeView,
  GraphSnapshot,
  GraphTaskView,
} from '../../../server/src/protocol/graphSnapshot';

export interface Link {
  readonly edge: GraphEdgeView;
  /** The other end: a task, or a lane that is waited for as a whole. */
  readonly key: string;
  readonly label: string;
  readonly task: GraphTaskView | undefined;
}

interface Index {
  readonly tasks: ReadonlyMap<string, GraphTaskView>;
  readonly lanes: ReadonlyMap<string, string>;
  readonly above: ReadonlyMap<string, readonly GraphEdgeView[]>;
  readonly below: ReadonlyMap<string, readonly GraphEdgeView[]>;
}

const indexes = new WeakMap<GraphSnapshot, Index>();

/** The task of a key; nothing for lanes and for what is gone. */
export function taskOf(
  snapshot: GraphSnapshot,
  key: string | undefined,
): GraphTaskView | undefined {
  return key === undefined ? undefined : indexOf(snapshot).tasks.get(key);
}

/** What a task waits for, parents not included. */
export function waitsFor(snapshot: GraphSnapshot, key: string): readonly Link[] {
  const index = indexOf(snapshot);
  return (index.above.get(key) ?? []).map((edge) => link(index, edge, edge.to));
}

/** Who waits for a task directly. */
export function blocks(snapshot: GraphSnapshot, key: string): readonly Link[] {
  const index = indexOf(snapshot);
  return (index.below.get(key) ?? []).map((edge) => link(index, edge, edge.from));
}

function link({ tasks, lanes }: Index, edge: GraphEdgeView, key: string): Link {
  const task = tasks.get(key);
  return { edge, key, task, label: task?.id ?? lanes.get(key) ?? key };
}

function indexOf(snapshot: GraphSnapshot): Index {
  const known = indexes.get(snapshot);
  if (known !== undefined) return known;
  const above = new Map<string, GraphEdgeView[]>();
  const below = new Map<string, GraphEdgeView[]>();
  for (const edge of snapshot.edges) {
    if (edge.kind === 'parent') continue;
    push(above, edge.from, edge);
    push(below, edge.to, edge);
  }
  const index = {
    tasks: new Map(snapshot.tasks.map((task) => [task.key, task])),
    lanes: new Map(snapshot.lanes.map(({ key, title }) => [key, title])),
    above,
    below,
  };
  indexes.set(snapshot, index);
  return index;
}

function push(map: Map<string, GraphEdgeView[]>, key: string, edge: GraphEdgeView): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [edge]);
  else known.push(edge);
}
