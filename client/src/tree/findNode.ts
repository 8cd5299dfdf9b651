/** From a place in a file to its node in the tree. */
import { lastAbove } from '../lastAbove';
import type { QueueNode } from './queueNode';

/** Nodes that stand for a place in their file; the others only lead to one. */
const isOfFile: ReadonlySet<QueueNode['kind']> = new Set(['group', 'task']);

/** The node of that file which begins at `line` or last above it, at any of its places; nothing for other files. */
export function findNode(
  nodes: readonly QueueNode[],
  uri: string,
  line: number,
): QueueNode | undefined {
  const own = allNodes(nodes).filter(
    ({ kind, target }) => isOfFile.has(kind) && target.uri === uri,
  );
  return lastAbove(own, line, ({ target, repeats = [] }) => [target.range, ...repeats]);
}

/** Every node, parents before their children. */
export function allNodes(nodes: readonly QueueNode[]): readonly QueueNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
