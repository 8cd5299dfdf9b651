/** From a snapshot to what the tree shows. Pure; `queueTree.ts` hands it to VS Code. */
import type {
  GroupView,
  NodeView,
  QueueSnapshot,
  QueueView,
  RangeView,
  TaskView,
} from '../../../server/src/protocol/snapshot';
import type { WorkerView } from '../../../server/src/protocol/workerMessages';
import {
  doneIcon,
  groupIcon,
  managerIcon,
  queueIcon,
  statusIcons,
  unreadIcon,
  type NodeIcon,
} from './statusIcons';
import { workerIcon, stateWord, workerDetails } from '../workers/workerWords';
import { heldReady } from '../workers/heldReady';
import { shortTitle } from './shortTitle';
import { workersNode } from './workerNodes';

export interface QueueNode {
  readonly kind: 'queue' | 'group' | 'task' | 'workers' | 'worker';
  /** Of the task that it stands for, or that its worker does. */
  readonly key?: string;
  /** Stays the same while id or title and place stay, so that expansion survives. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Plain text, several lines. */
  readonly tooltip: string;
  readonly icon: NodeIcon;
  /** Words for `when` clauses: the kind first, then what is true of it. */
  readonly contextValue: string;
  readonly accessibilityLabel: string;
  readonly collapse: 'none' | 'collapsed' | 'expanded';
  /** Where a click leads. */
  readonly target: { readonly uri: string; readonly range: RangeView };
  /** Where else in that file it stands. */
  readonly repeats?: readonly RangeView[];
  readonly children: readonly QueueNode[];
}

const fileStart: RangeView = {
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
};

/** Workers, and the moment for which they are told. */
export interface NodeContext {
  /** Newest first. */
  readonly workers: readonly WorkerView[];
  /** Ms since the epoch. */
  readonly now: number;
}

/**
 * Workers come first, if there are any. Several queues show up as one node each; a single one is shown by its phases at
 * once.
 */
export function queueNodes(
  snapshot: QueueSnapshot,
  context: NodeContext = { workers: [], now: 0 },
): readonly QueueNode[] {
  const [only, ...others] = snapshot.queues;
  if (only === undefined) return [];
  const isPlain = others.length === 0 && only.coverage === 'full' && only.nodes.length > 0;
  return [
    ...workersNode(snapshot, context),
    ...(isPlain
      ? viewNodes(only.uri, only.nodes, context)
      : snapshot.queues.map((queue) => queueNode(queue, context))),
  ];
}

function queueNode(queue: QueueView, context: NodeContext): QueueNode {
  const { uri, name, coverage, slots, ready, done, total } = queue;
  const trouble = {
    full: queue.nodes.length === 0 ? 'no tasks' : undefined,
    'too-large': 'too large to read',
    binary: 'not text',
    unreadable: ['cannot be read', ...(queue.trouble === undefined ? [] : [queue.trouble])].join(
      ': ',
    ),
  }[coverage];
  const held = heldReady(queue, context.workers);
  const numbers = `${slots.inUse}/${slots.max} slots · ${ready - held} ready`;
  return {
    kind: 'queue',
    id: uri,
    label: name,
    description: trouble ?? `${done}/${total} · ${numbers}`,
    tooltip: [name, trouble ?? `${done} of ${total} done, ${numbers}`].join('\n'),
    icon: coverage === 'full' ? queueIcon : unreadIcon,
    contextValue: `queue ${coverage}`,
    accessibilityLabel: `queue ${name}, ${trouble ?? `${done} of ${total} done, ${slots.inUse} of ${slots.max} slots in use, ${ready - held} ready`}`,
    collapse: queue.nodes.length > 0 ? 'expanded' : 'none',
    target: { uri, range: fileStart },
    children: viewNodes(uri, queue.nodes, context),
  };
}

function viewNodes(
  uri: string,
  views: readonly NodeView[],
  context: NodeContext,
): readonly QueueNode[] {
  return views.map((view) =>
    view.kind === 'group' ? groupNode(uri, view, context) : taskNode(uri, view, context),
  );
}

function groupNode(uri: string, view: GroupView, context: NodeContext): QueueNode {
  const { key, title, range, done, total } = view;
  const isDone = total > 0 && done === total;
  return {
    kind: 'group',
    id: key,
    label: shortTitle(title),
    description: `${done}/${total}`,
    tooltip: `${title}\n${done} of ${total} done`,
    icon: isDone ? doneIcon : groupIcon,
    contextValue: isDone ? 'group done' : 'group',
    accessibilityLabel: `${title}, ${done} of ${total} done`,
    collapse: isDone ? 'collapsed' : 'expanded',
    target: { uri, range },
    children: viewNodes(uri, view.children, context),
  };
}

function taskNode(uri: string, view: TaskView, context: NodeContext): QueueNode {
  const { key, id, title, status, ready, isManager, range } = view;
  const own = context.workers.filter((one) => one.key === key);
  // An ended one says more than the status, as long as the queue does not know of its end.
  const worker =
    own.find(({ isHeld }) => isHeld) ?? (status === 'in-progress' ? own[0] : undefined);
  const state = ready ? `${status}, ${worker?.isHeld === true ? 'held' : 'ready'}` : status;
  const life = lifeWords(view);
  const words = [
    'task',
    status,
    ...(ready ? ['ready'] : []),
    ...(isManager ? ['manager'] : []),
    ...(view.errors + view.warnings > 0 ? ['problems'] : []),
    ...(view.drift === undefined ? [] : ['drift']),
    ...(view.noLifeSign === undefined ? [] : ['silent']),
    ...(worker?.isHeld === true ? ['held'] : []),
    ...(own.length === 0 ? [] : ['attempt']),
  ];
  const doing = worker === undefined ? [] : [stateWord(worker)];
  const troubles = troubleText(view);
  return {
    kind: 'task',
    id: key,
    key,
    label: id,
    description: [
      state,
      ...doing,
      ...life.short,
      ...(view.drift === undefined ? [] : ['drift']),
      ...(title === '' ? [] : [title]),
    ].join(' · '),
    tooltip: [
      taskTooltip(view, state, troubles),
      ...(worker === undefined ? [] : workerDetails(worker, context.now)),
    ].join('\n'),
    icon:
      worker !== undefined
        ? workerIcon(worker)
        : isManager && status === 'in-progress'
          ? managerIcon
          : iconOf(view),
    contextValue: words.join(' '),
    accessibilityLabel: [
      `${isManager ? 'manager' : 'task'} ${id}`,
      ...(title === '' ? [] : [title]),
      state,
      ...doing.map((word) => `worker ${word}`),
      ...life.long,
      ...(view.drift === undefined ? [] : ['contradicts its progress file']),
      ...(troubles === '' ? [] : [troubles]),
    ].join(', '),
    collapse: view.children.length > 0 ? 'expanded' : 'none',
    target: { uri, range },
    ...(view.repeats === undefined ? {} : { repeats: view.repeats }),
    children: view.children.map((child) => taskNode(uri, child, context)),
  };
}

function iconOf({ status, ready }: TaskView): NodeIcon {
  return ready ? { ...statusIcons.pending, color: 'charts.green' } : statusIcons[status];
}

function taskTooltip(view: TaskView, state: string, troubles: string): string {
  const { id, title, model, priority, worker, notReady } = view;
  return [
    title === '' ? id : `${id}: ${title}`,
    `Status: ${state}${view.isManager ? ' (manager)' : ''}`,
    ...(notReady === undefined ? [] : [notReady]),
    ...lifeWords(view).long.map((words) => words.replace(/^./, (c) => c.toUpperCase())),
    ...[view.noLifeSign, view.drift].filter((words) => words !== undefined),
    ...(worker === undefined ? [] : [`Worker: ${worker}`]),
    ...(model === undefined ? [] : [`Model: ${model}`]),
    ...(priority === undefined ? [] : [`Priority: ${priority}`]),
    ...(troubles === '' ? [] : [`Problems: ${troubles}`]),
  ].join('\n');
}

/** When the worker was last seen: briefly for the line, in words for the rest. */
function lifeWords({ noLifeSign, lastSignMinutes: minutes }: TaskView): {
  readonly short: readonly string[];
  readonly long: readonly string[];
} {
  if (noLifeSign !== undefined) return { short: ['no life sign'], long: ['no sign of life'] };
  if (minutes === undefined) return { short: [], long: [] };
  if (minutes === 0) return { short: ['now'], long: ['last sign of life just now'] };
  const [count, unit, word] =
    minutes < 120
      ? ([minutes, 'min', 'minute'] as const)
      : minutes < 48 * 60
        ? ([Math.floor(minutes / 60), 'h', 'hour'] as const)
        : ([Math.floor(minutes / 1440), 'd', 'day'] as const);
  const long = `last sign of life ${count} ${word}${count === 1 ? '' : 's'} ago`;
  return { short: [`${count} ${unit}`], long: [long] };
}

function troubleText({ errors, warnings }: TaskView): string {
  const parts = [
    ...(errors > 0 ? [`${errors} error${errors === 1 ? '' : 's'}`] : []),
    ...(warnings > 0 ? [`${warnings} warning${warnings === 1 ? '' : 's'}`] : []),
  ];
  return parts.join(', ');
}
