/** The tasks of a snapshot, out of its outline. */
import type { NodeView, TaskView } from '../../../server/src/protocol/snapshot';

/** Every task of these nodes, parents before their children. */
export function tasksIn(nodes: readonly NodeView[]): readonly TaskView[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'task' ? [node] : []),
    ...tasksIn(node.children),
  ]);
}
