/** A task in the tree: what its line, its tooltip and its icon say. Pure. */
import type { TaskView } from '../../../server/src/protocol/snapshot';
import { stateWord, workerDetails, workerIcon } from '../workers/workerWords';
import type { NodeContext, QueueNode } from './queueNode';
import { managerIcon, statusIcons, type NodeIcon } from './statusIcons';

/** The node of a task with those of its sub-tasks; a worker that was started from here shows before the status. */
export function taskNode(uri: string, view: TaskView, context: NodeContext): QueueNode {
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
