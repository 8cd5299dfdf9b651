/** The tasks of all queues as rows to pick from. Pure: no editor. */
import type { QueueSnapshot } from '../../../server/src/protocol/snapshot';
import { plainLabel } from '../plainLabel';
import { allNodes } from '../tree/findNode';
import type { QueueNode } from '../tree/queueNode';
import { queueNodes } from '../tree/queueNodes';

export interface TaskRow {
  readonly label: string;
  readonly description: string;
  readonly key: string;
  readonly node: QueueNode;
}

/** A row for each task, in the order of the tree. Where there are several queues, it ends with the one the task is in. */
export function taskItems(snapshot: QueueSnapshot): readonly TaskRow[] {
  const names = new Map(snapshot.queues.map(({ uri, name }) => [uri, name]));
  return allNodes(queueNodes(snapshot))
    .filter(({ kind }) => kind === 'task')
    .map((node) => {
      const name = names.size > 1 ? names.get(node.target.uri) : undefined;
      const words = name === undefined ? node.description : `${node.description} · ${name}`;
      return {
        label: `$(${node.icon.id}) ${plainLabel(node.label)}`,
        description: plainLabel(words),
        key: node.id,
        node,
      };
    });
}
