/** Where an arrow key leads: along dependencies to the left and right, within a column up and down. Pure. */
import type { GraphLayout, NodeBox } from '../../../server/src/graphview/graphLayout';
import type { VisibleGraph } from '../../../server/src/graphview/visible';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Key of the node to go to; nothing where there is none. Without a place to start from, the first one. */
export function neighbour(
  visible: VisibleGraph,
  layout: GraphLayout,
  from: string | undefined,
  direction: Direction,
): string | undefined {
  const boxes = layout.nodes;
  if (direction === 'first') return boxes[0]?.key;
  if (direction === 'last') return boxes.at(-1)?.key;
  const here = boxes.find(({ key }) => key === from);
  if (here === undefined) return boxes[0]?.key;
  if (direction === 'up' || direction === 'down') return inColumn(boxes, here, direction);
  return along(visible, boxes, here, direction);
}

function inColumn(
  boxes: readonly NodeBox[],
  here: NodeBox,
  direction: 'up' | 'down',
): string | undefined {
  const sign = direction === 'down' ? 1 : -1;
  const distance = (box: NodeBox): number => (box.y - here.y) * sign;
  const ahead = boxes.filter((box) => box.key !== here.key && distance(box) > 0);
  const middle = (box: NodeBox): number => box.x + box.width / 2;
  const sameColumn = ahead.filter(
    (box) => Math.abs(middle(box) - middle(here)) < Math.max(box.width, here.width) / 2,
  );
  if (sameColumn.length > 0) return nearest(sameColumn, distance);
  // The column ends: go on in the nearest row, so that every task can be reached.
  return nearest(ahead, (box) => distance(box) * 4 + Math.abs(box.x - here.x));
}

/** What it waits for stands to the left, who waits for it to the right; lanes count by none of their tasks. */
function along(
  visible: VisibleGraph,
  boxes: readonly NodeBox[],
  here: NodeBox,
  direction: 'left' | 'right',
): string | undefined {
  const keys = new Set<string>();
  for (const { from, to } of visible.edges) {
    if (direction === 'left' && from === here.key) keys.add(to);
    if (direction === 'right' && to === here.key) keys.add(from);
  }
  keys.delete(here.key);
  const linked = boxes.filter(({ key }) => keys.has(key));
  return nearest(linked, (box) => Math.abs(box.y - here.y) * 2 + Math.abs(box.x - here.x));
}

function nearest(
  boxes: readonly NodeBox[],
  distance: (box: NodeBox) => number,
): string | undefined {
  let best: NodeBox | undefined;
  for (const box of boxes) {
    if (best === undefined || distance(box) < distance(best)) best = box;
  }
  return best?.key;
}
