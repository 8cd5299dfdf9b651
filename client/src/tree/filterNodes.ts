/** The tree without what a query does not find. Pure. */
import { allNodes } from './findNode';
import type { QueueNode } from './queueNode';

/**
 * Tasks that are found, with what they stand in. Workers stay: they need a person whatever is looked for. Numbers of
 * phases and queues stay those of the whole.
 */
export function filterNodes(
  nodes: readonly QueueNode[],
  matches: ReadonlySet<string>,
): readonly QueueNode[] {
  return nodes.flatMap((node): readonly QueueNode[] => {
    if (node.kind === 'workers' || node.kind === 'worker') return [node];
    const children = filterNodes(node.children, matches);
    const isFound = node.kind === 'task' && node.key !== undefined && matches.has(node.key);
    if (!isFound && children.length === 0) return [];
    return [{ ...node, children, collapse: children.length > 0 ? 'expanded' : 'none' }];
  });
}

/** How many tasks stand in the tree. */
export function countTasks(nodes: readonly QueueNode[]): number {
  return allNodes(nodes).filter(({ kind }) => kind === 'task').length;
}
