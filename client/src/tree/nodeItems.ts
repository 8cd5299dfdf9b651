/** Tasks of the tree as items to pick from. Pure: no editor. */
import { plainLabel } from '../plainLabel';
import { allNodes } from './findNode';
import type { QueueNode } from './queueNodes';

export interface NodeItem {
  readonly label: string;
  readonly description: string;
  readonly key: string;
  readonly node: QueueNode;
}

/** Each task below these nodes, with the icon of its status. */
export function nodeItems(nodes: readonly QueueNode[]): readonly NodeItem[] {
  return allNodes(nodes)
    .filter(({ kind }) => kind === 'task')
    .map((node) => ({
      label: `$(${node.icon.id}) ${plainLabel(node.label)}`,
      description: plainLabel(node.description),
      key: node.id,
      node,
    }));
}
