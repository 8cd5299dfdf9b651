/** The tasks of a snapshot, out of its outline. */
import type { NodeView, QueueSnapshot, TaskView } from '../../../server/src/protocol/snapshot';

/** Every task of these nodes, parents before their children. */
export function tasksIn(nodes: readonly NodeView[]): readonly TaskView[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'task' ? [node] : []),
    ...tasksIn(node.children),
  ]);
}

/** Every task of all queues, in their order. */
export function allTasks({ queues }: QueueSnapshot): readonly TaskView[] {
  return queues.flatMap(({ nodes }) => tasksIn(nodes));
}
