/** Ready tasks that a worker holds already: the queue does not say so yet, and nobody should start another one. */
import type { NodeView, QueueView } from '../../../server/src/protocol/snapshot';
import type { WorkerView } from '../../../server/src/protocol/workerMessages';

/** How many of a queue's ready tasks are held. */
export function heldReady({ nodes }: QueueView, workers: readonly WorkerView[]): number {
  const held = new Set(workers.filter(({ isHeld }) => isHeld).map(({ key }) => key));
  return held.size === 0 ? 0 : countIn(nodes, held);
}

function countIn(nodes: readonly NodeView[], held: ReadonlySet<string | undefined>): number {
  return nodes.reduce((count, node) => {
    const own = node.kind === 'task' && node.ready && held.has(node.key) ? 1 : 0;
    return count + own + countIn(node.children, held);
  }, 0);
}
