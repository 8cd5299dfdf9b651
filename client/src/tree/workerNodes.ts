/** The workers at the top of the tree: who is at work, who waits, who needs a person. Pure. */
import type { NodeView, QueueSnapshot } from '../../../server/src/protocol/snapshot';
import type { WorkerView } from '../../../server/src/protocol/workerMessages';
import { workerCounts, workerDetails, workerIcon, workerLine } from '../workers/workerWords';
import { fileStart, type NodeContext, type QueueNode } from './queueNode';

type Target = QueueNode['target'];

/** One node with all workers below it, those that need a person first; none without workers. */
export function workersNode(
  snapshot: QueueSnapshot,
  { workers, now }: NodeContext,
): readonly QueueNode[] {
  const shown = workers.filter(({ state }) => state !== 'closed');
  if (shown.length === 0) return [];
  const places = placesOf(snapshot);
  const nowhere: Target = { uri: snapshot.queues[0]?.uri ?? '', range: fileStart };
  const asking = shown.filter(({ needsYou }) => needsYou !== undefined);
  const others = shown.filter(({ needsYou }) => needsYou === undefined);
  const isQuiet = shown.every(({ isHeld }) => !isHeld) && asking.length === 0;
  const counts = workerCounts(shown);
  const needs =
    asking.length === 0 ? '' : `${asking.length} need${asking.length === 1 ? 's' : ''} you`;
  const description = [needs, counts].filter((words) => words !== '').join(' · ');
  return [
    {
      kind: 'workers',
      id: 'workers',
      label: 'Workers',
      description,
      tooltip: `Workers that were started from this workspace\n${description}`,
      icon: asking.length > 0 ? { id: 'bell-dot', color: 'charts.yellow' } : { id: 'vm-running' },
      contextValue: 'workers',
      accessibilityLabel: `Workers, ${description}`,
      collapse: isQuiet ? 'collapsed' : 'expanded',
      target: nowhere,
      children: [...asking, ...others].map((worker) =>
        workerNode(worker, places.get(worker.key ?? '') ?? nowhere, now),
      ),
    },
  ];
}

function workerNode(worker: WorkerView, target: Target, now: number): QueueNode {
  const { attemptId, taskId, goneKey, number, isHeld, needsYou } = worker;
  const key = worker.key ?? goneKey;
  const line = `${goneKey !== undefined && isHeld ? 'task gone · ' : ''}${workerLine(worker, now)}`;
  return {
    kind: 'worker',
    ...(key === undefined ? {} : { key }),
    id: `worker ${attemptId}`,
    label: number > 1 ? `${taskId} #${number}` : taskId,
    description: line,
    tooltip: [taskId, ...workerDetails(worker, now), ...lastWords(worker)].join('\n'),
    icon: workerIcon(worker),
    contextValue: [
      'worker',
      ...(isHeld ? ['held'] : []),
      ...(worker.key === undefined ? ['gone'] : ['attempt']),
    ].join(' '),
    accessibilityLabel: [
      `worker of ${taskId}`,
      line,
      ...(needsYou === undefined ? [] : [`needs you: ${needsYou}`]),
    ].join(', '),
    collapse: 'none',
    target,
    children: [],
  };
}

function lastWords({ lastLine }: WorkerView): readonly string[] {
  return lastLine === undefined || lastLine === '' ? [] : ['', lastLine];
}

function placesOf({ queues }: QueueSnapshot): ReadonlyMap<string, Target> {
  const places = new Map<string, Target>();
  const visit = (uri: string, nodes: readonly NodeView[]): void => {
    for (const node of nodes) {
      if (node.kind === 'task') places.set(node.key, { uri, range: node.range });
      visit(uri, node.children);
    }
  };
  for (const { uri, nodes } of queues) visit(uri, nodes);
  return places;
}
