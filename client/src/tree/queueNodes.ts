/** From a snapshot to what the tree shows. Pure; `queueTree.ts` hands it to VS Code. */
import type {
  GroupView,
  NodeView,
  QueueSnapshot,
  QueueView,
} from '../../../server/src/protocol/snapshot';
import { doneIcon, groupIcon, queueIcon, unreadIcon } from './statusIcons';
import { heldReady } from '../workers/heldReady';
import { fileStart, type NodeContext, type QueueNode } from './queueNode';
import { shortTitle } from './shortTitle';
import { taskNode } from './taskNode';
import { workersNode } from './workerNodes';

/**
 * Workers come first, if there are any. Several queues show up as one node each; a single one is shown by its phases at
 * once.
 */
export function queueNodes(
  snapshot: QueueSnapshot,
  context: NodeContext = { workers: [], now: 0 },
): readonly QueueNode[] {
  const [only, ...others] = snapshot.queues;
  if (only === undefined) return [];
  const isPlain = others.length === 0 && only.coverage === 'full' && only.nodes.length > 0;
  return [
    ...workersNode(snapshot, context),
    ...(isPlain
      ? viewNodes(only.uri, only.nodes, context)
      : snapshot.queues.map((queue) => queueNode(queue, context))),
  ];
}

function queueNode(queue: QueueView, context: NodeContext): QueueNode {
  const { uri, name, coverage, slots, ready, done, total } = queue;
  const trouble = {
    full: queue.nodes.length === 0 ? 'no tasks' : undefined,
    'too-large': 'too large to read',
    binary: 'not text',
    unreadable: ['cannot be read', ...(queue.trouble === undefined ? [] : [queue.trouble])].join(
      ': ',
    ),
  }[coverage];
  const held = heldReady(queue, context.workers);
  const numbers = `${slots.inUse}/${slots.max} slots · ${ready - held} ready`;
  return {
    kind: 'queue',
    id: uri,
    label: name,
    description: trouble ?? `${done}/${total} · ${numbers}`,
    tooltip: [name, trouble ?? `${done} of ${total} done, ${numbers}`].join('\n'),
    icon: coverage === 'full' ? queueIcon : unreadIcon,
    contextValue: `queue ${coverage}`,
    accessibilityLabel: `queue ${name}, ${trouble ?? `${done} of ${total} done, ${slots.inUse} of ${slots.max} slots in use, ${ready - held} ready`}`,
    collapse: queue.nodes.length > 0 ? 'expanded' : 'none',
    target: { uri, range: fileStart },
    children: viewNodes(uri, queue.nodes, context),
  };
}

function viewNodes(
  uri: string,
  views: readonly NodeView[],
  context: NodeContext,
): readonly QueueNode[] {
  return views.map((view) =>
    view.kind === 'group' ? groupNode(uri, view, context) : taskNode(uri, view, context),
  );
}

function groupNode(uri: string, view: GroupView, context: NodeContext): QueueNode {
  const { key, title, range, done, total } = view;
  const isDone = total > 0 && done === total;
  return {
    kind: 'group',
    id: key,
    label: shortTitle(title),
    description: `${done}/${total}`,
    tooltip: `${title}\n${done} of ${total} done`,
    icon: isDone ? doneIcon : groupIcon,
    contextValue: isDone ? 'group done' : 'group',
    accessibilityLabel: `${title}, ${done} of ${total} done`,
    collapse: isDone ? 'collapsed' : 'expanded',
    target: { uri, range },
    children: viewNodes(uri, view.children, context),
  };
}
