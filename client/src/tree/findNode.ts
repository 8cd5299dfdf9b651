/** From a place in a file to its node in the tree. */
import type { QueueNode } from './queueNodes';

/** Nodes that stand for a place in their file; the others only lead to one. */
const isOfFile: ReadonlySet<QueueNode['kind']> = new Set(['group', 'task']);

/** The node of that file which begins at `line` or last above it, at any of its places; nothing for other files. */
export function findNode(
  nodes: readonly QueueNode[],
  uri: string,
  line: number,
): QueueNode | undefined {
  let best: QueueNode | undefined;
  let bestLine = -1;
  for (const node of allNodes(nodes)) {
    if (!isOfFile.has(node.kind) || node.target.uri !== uri) continue;
    for (const { start } of [node.target.range, ...(node.repeats ?? [])]) {
      if (start.line > line || start.line < bestLine) continue;
      [best, bestLine] = [node, start.line];
    }
  }
  return best;
}

/** Every node, parents before their children. */
export function allNodes(nodes: readonly QueueNode[]): readonly QueueNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
