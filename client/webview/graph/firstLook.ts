/** Where a graph is looked at from when it opens: not at what was finished long ago, but where the work is. */
import type { VisibleNode } from '../../../server/src/graphview/visible';
import type { Transform } from './camera';
import type { Drawing } from './drawing';
import type { Rect } from './rect';

/** The first lane in which something runs or can start, and the first such node in it. */
export interface WorkPlace {
  readonly lane: Rect;
  readonly node: Rect;
}

/** What stays free above the lane, for what hangs over the picture, and beside the node. */
const above = 8;
const beside = 20;

/** Nothing where nothing runs and nothing can start. Tasks of other queues and managers whose parts are drawn do not count. */
export function workPlace({
  visible,
  layout,
}: Pick<Drawing, 'layout'> & {
  readonly visible: { readonly nodes: readonly VisibleNode[] };
}): WorkPlace | undefined {
  const working = new Set(visible.nodes.filter(isWorking).map(({ key }) => key));
  const nodes = layout.nodes
    .filter(({ key }) => working.has(key))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const lanes = new Set(nodes.map(({ band }) => band));
  const [lane] = layout.bands.filter(({ key }) => lanes.has(key)).sort((a, b) => a.y - b.y);
  const node = nodes.find(({ band }) => band === lane?.key);
  return lane && node && { lane, node };
}

/**
 * From a look at the beginning of a scene to one at the work, at the same zoom: the lane at the top, moved on to the node if that
 * would be out of sight. A scene never leaves more room below or at its right than it has to. Room in pixels of the window.
 */
export function lookAtWork(
  { k, x, y }: Transform,
  room: { readonly width: number; readonly height: number },
  scene: { readonly width: number; readonly height: number },
  { lane, node }: WorkPlace,
): Transform {
  const reaches = (from: number, size: number, at: number, space: number): boolean =>
    from * k + at >= 0 && (from + size) * k + at <= space;
  const top = above - lane.y * k;
  const laneY = Math.min(y, Math.max(top, room.height - above - scene.height * k));
  const nodeY = above + beside - node.y * k;
  const nodeX = Math.max(beside - node.x * k, room.width - above - scene.width * k);
  return {
    k,
    x: reaches(node.x, node.width, x, room.width) ? x : Math.min(x, nodeX),
    y: reaches(node.y, node.height, laneY, room.height) ? laneY : Math.min(laneY, nodeY),
  };
}

function isWorking(node: VisibleNode): boolean {
  if (node.kind !== 'task') return node.rollUp.ready + node.rollUp.live > 0;
  const { ready, status, isManager, isForeign } = node.task;
  return !isForeign && (ready || (status === 'in-progress' && !isManager));
}
