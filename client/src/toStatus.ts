/** What the status bar says. Pure; `statusBar.ts` shows it. */
import type { NodeView, QueueView } from '../../server/src/protocol/snapshot';
import type { WorkerView } from '../../server/src/protocol/workerMessages';
import { plainLabel } from './plainLabel';
import type { ServerState } from './serverState';
import { shortQueueName } from './shortQueueName';
import type { StoreState } from './snapshotStore';
import { heldReady } from './workers/heldReady';
import { workerCounts } from './workers/workerWords';

export interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly accessibilityLabel: string;
  /** A fault blocks everything, a warning says that more runs than may: each has its background. */
  readonly tone: 'plain' | 'warning' | 'fault';
}

/** Nothing where there is nothing to say: no queue, and no trouble with the server. */
export function toStatus(
  store: StoreState,
  server: ServerState,
  workers: readonly WorkerView[] = [],
): Status | undefined {
  if (server === 'failed') {
    return {
      text: '$(error) Proactive Jobs',
      tooltip: 'The language server of Proactive Jobs does not run. Click to see its log.',
      accessibilityLabel: 'Proactive Jobs: the language server does not run',
      tone: 'fault',
    };
  }
  const { queues } = store.snapshot;
  if (queues.length === 0) return undefined;
  const held = workers.filter(({ isHeld }) => isHeld);
  const asking = workers.filter(({ needsYou }) => needsYou !== undefined).length;
  const asked = `${asking} ${asking === 1 ? 'worker needs' : 'workers need'} you`;
  const overfull = queues.filter(isOverfull);
  const isUnread = queues.every(({ coverage }) => coverage !== 'full');
  const calm = overfull.length > 0 || isUnread ? '$(warning)' : '$(checklist)';
  const sums = isUnread
    ? { brief: 'no queue can be read', whole: 'no queue can be read' }
    : sumsOf(queues, overfull, workers);
  return {
    text: `${store.isStale ? '$(sync~spin)' : calm} ${sums.brief}${asking > 0 ? ` · $(bell-dot) ${asking}` : ''}`,
    tooltip: [
      ...(store.isStale ? ['Out of date: the language server is being restarted.', ''] : []),
      ...queues.map((queue) => queueLine(queue, heldReady(queue, workers))),
      ...(held.length > 0 ? [`Workers: ${workerCounts(held)}`] : []),
      ...(asking > 0 ? [`${asked}.`] : []),
    ].join('\n'),
    accessibilityLabel: `Proactive Jobs: ${sums.whole}${asking > 0 ? `, ${asked}` : ''}${store.isStale ? ', out of date' : ''}`,
    tone: overfull.length > 0 ? 'warning' : 'plain',
  };
}

/** Slots and ready tasks of all queues: for the status bar, and in whole words. */
function sumsOf(
  queues: readonly QueueView[],
  overfull: readonly QueueView[],
  workers: readonly WorkerView[],
): { readonly brief: string; readonly whole: string } {
  const sum = (of: (queue: QueueView) => number): number =>
    queues.reduce((total, queue) => total + of(queue), 0);
  const inUse = sum(({ slots }) => slots.inUse);
  const max = sum(({ slots }) => slots.max);
  const started = sum((queue) => heldReady(queue, workers));
  const ready = sum((queue) => queue.ready) - started;
  const which = queues.length > 1 && overfull.length > 0 ? ` · ${tooManyIn(overfull)}` : '';
  const tooMany = overfull.map(({ name }) => `, too many in ${name}`).join('');
  const held = started > 0 ? `, ${started} held by a worker` : '';
  return {
    brief: `${inUse}/${max}${which} · ${ready} ready`,
    whole: `${inUse} of ${max} slots in use${tooMany}, ${ready} tasks ready${held}`,
  };
}

/** Which queues the sum hides, in a few characters; what would become an icon stays as it is written. */
function tooManyIn(overfull: readonly QueueView[]): string {
  const names = overfull.map(({ name }) => plainLabel(shortQueueName(name)));
  const shown = names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', ');
  return `too many in ${shown}`;
}

function queueLine(queue: QueueView, started: number): string {
  const { name, coverage, trouble, slots, ready, done, total, nodes } = queue;
  if (coverage === 'unreadable')
    return `${name}: cannot be read${trouble === undefined ? '' : `, ${trouble}`}`;
  if (coverage !== 'full') return `${name}: too large or not text, its tasks are not read`;
  const assumed = slots.declared ? '' : ' (assumed)';
  const held = started > 0 ? `, ${started} held by a worker` : '';
  const used = isOverfull(queue)
    ? `${slots.inUse} tasks hold ${slots.max} slot${slots.max === 1 ? '' : 's'}${assumed}, ${slots.inUse - slots.max} too many`
    : `${slots.inUse} of ${slots.max} slots in use${assumed}`;
  const todo = hasTask(nodes)
    ? `${ready - started} ready${held}, ${done} of ${total} done`
    : 'no task is declared';
  return `${name}: ${used}, ${todo}`;
}

function isOverfull({ slots }: QueueView): boolean {
  return slots.inUse > slots.max;
}

function hasTask(nodes: readonly NodeView[]): boolean {
  return nodes.some((node) => node.kind === 'task' || hasTask(node.children));
}
