/** One queue as a tree to look at: group → task → subtask, in file order, with counts. Each task stands in it once. */
import { groupBy } from '../groupBy';
import type { QueueDocument } from '../model/queueDocument';
import { isDone } from '../model/status';
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';

export interface OutlineTask {
  readonly kind: 'task';
  readonly key: TaskKey;
  /** Index of the declaration it stands for: the one whose status it has. */
  readonly declaration: number;
  readonly children: readonly OutlineTask[];
}

export interface OutlineCounts {
  /** Complete and validated tasks. */
  readonly done: number;
  /** Tasks without managers and without cancelled ones. */
  readonly total: number;
}

export interface OutlineGroup extends OutlineCounts {
  readonly kind: 'group';
  /** Index into `QueueDocument.groups`. */
  readonly group: number;
  readonly children: readonly OutlineNode[];
}

export type OutlineNode = OutlineGroup | OutlineTask;

export interface QueueOutline extends OutlineCounts {
  readonly nodes: readonly OutlineNode[];
}

/** The tree of a queue; groups without tasks are left out. Nothing for other files. */
export function queueOutline(state: QueueState, uri: string): QueueOutline | undefined {
  const document = state.documents.get(uri);
  if (document === undefined) return undefined;
  const parents = parentsIn(state, uri);
  const tasks = new Map<TaskKey, OutlineTask & { children: OutlineTask[] }>();
  for (const key of state.index.byQueue.get(uri) ?? []) {
    const declaration = state.index.tasks.get(key)?.deciding ?? 0;
    tasks.set(key, { kind: 'task', key, declaration, children: [] });
  }
  const roots: OutlineTask[] = [];
  for (const [key, task] of tasks) {
    const parent = parents.get(key);
    ((parent === undefined ? undefined : tasks.get(parent)?.children) ?? roots).push(task);
  }
  const groups = groupBy(document.groups, ({ parent }) => parent);
  const tasksOf = groupBy(roots, (task) => document.declarations[task.declaration]?.group);
  const nodes = groupNodes({ state, document, groups, tasksOf }, -1);
  return { nodes, ...countsOf(state, nodes) };
}

/** The one task that each subtask is shown under; a ring of parents is cut. */
function parentsIn(state: QueueState, uri: string): ReadonlyMap<TaskKey, TaskKey> {
  const parents = new Map<TaskKey, TaskKey>();
  for (const key of state.index.byQueue.get(uri) ?? []) {
    for (const child of state.index.tasks.get(key)?.children ?? []) {
      const isHere = state.index.tasks.get(child)?.uri === uri;
      if (isHere && !parents.has(child) && !isBelow(parents, key, child)) parents.set(child, key);
    }
  }
  return parents;
}

/** True when `key` is `ancestor` or stands somewhere under it. */
function isBelow(parents: ReadonlyMap<TaskKey, TaskKey>, key: TaskKey, ancestor: TaskKey): boolean {
  for (let at: TaskKey | undefined = key; at !== undefined; at = parents.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

interface Outlined {
  readonly state: QueueState;
  readonly document: QueueDocument;
  /** By the group around them; -1 for none. */
  readonly groups: ReadonlyMap<number, QueueDocument['groups']>;
  readonly tasksOf: ReadonlyMap<number | undefined, readonly OutlineTask[]>;
}

function groupNodes(outlined: Outlined, parent: number): readonly OutlineNode[] {
  const { state, document, groups, tasksOf } = outlined;
  const placed: { readonly start: number; readonly node: OutlineNode }[] = [];
  for (const task of tasksOf.get(parent) ?? []) {
    const line = document.declarations[task.declaration]?.line;
    if (line !== undefined) placed.push({ start: line.start, node: task });
  }
  for (const group of groups.get(parent) ?? []) {
    const children = groupNodes(outlined, group.index);
    if (children.length === 0) continue;
    const node: OutlineGroup = {
      kind: 'group',
      group: group.index,
      children,
      ...countsOf(state, children),
    };
    placed.push({ start: group.line.start, node });
  }
  return placed.sort((a, b) => a.start - b.start).map(({ node }) => node);
}

function countsOf(state: QueueState, nodes: readonly OutlineNode[]): OutlineCounts {
  let done = 0;
  let total = 0;
  for (const node of nodes) {
    const below = node.kind === 'group' ? node : countsOf(state, node.children);
    done += below.done;
    total += below.total;
    if (node.kind === 'group') continue;
    const task = state.index.tasks.get(node.key);
    if (task === undefined || task.isManager || task.status === 'cancelled') continue;
    total += 1;
    if (isDone(task.status)) done += 1;
  }
  return { done, total };
}
