/** What a layout depends on. */
import { nodeText } from '../../../server/src/graphview/nodeText';
import type { VisibleGraph } from '../../../server/src/graphview/visible';

/** Nodes with their lanes and widths, and edges; not what they look like: while it is the same, a layout holds. */
export function structureOf({ nodes, edges }: VisibleGraph): string {
  return JSON.stringify([
    nodes.map((node) => [node.key, node.lane, nodeText(node).width]),
    edges.map(({ key }) => key),
  ]);
}
