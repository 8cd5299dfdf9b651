/** The layout that is always there at once: lanes as strips, levels as columns, nothing jumps. */
import type { EdgePath, GraphLayout, NodeBox } from './graphLayout';
import { gridLevels, isGrid, placeGrid } from './foldedGrid';
import { layoutBands } from './layoutBands';
import { closeGaps, spreadColumns, type Cells, type Plan } from './layoutCells';
import { layoutLevels } from './layoutLevels';
import { layoutLinks } from './layoutLinks';
import { layoutSizes, type Sizes } from './layoutSizes';
import { channelTracks, gapTracks } from './layoutTracks';
import { nodeSizes, nodeText } from './nodeText';
import { orderNodes } from './orderNodes';
import { placeFresh } from './placeFresh';
import { firstColumns, placeKept } from './placeKept';
import { roundedPath } from './roundedPath';
import { routeEdges, slotsOf, type End, type Route, type Slots } from './routeEdges';
import { rowLimit } from './rowLimit';
import { untangle } from './untangle';
import type { VisibleGraph } from './visible';

/**
 * Places a visible graph, in the time of a frame or two for a thousand nodes. The same input gives the same output. With the
 * layout before, nodes keep their rows and their order; only what is new looks for a place. Statuses have no say in it.
 */
export function laneLayout(visible: VisibleGraph, before?: GraphLayout): GraphLayout {
  // After *Tidy* there are no cells to keep.
  const previous = before?.rowLimit === 0 ? undefined : before;
  const placeOf = new Map(visible.nodes.map(({ key }, place) => [key, place]));
  const plan = planOf(visible, placeOf, previous);
  const cells = cellsOf(plan, placeOf, previous);
  const slots = slotsOf(cells, plan.bandOf);
  const bandOfKey = new Map(plan.bands.map(({ key }, band) => [key, band]));
  const endOf = (key: string): End | undefined => {
    const [node, band] = [placeOf.get(key), bandOfKey.get(key)];
    return node !== undefined ? { node } : band !== undefined ? { band } : undefined;
  };
  const routes = routeEdges(visible.edges, endOf, cells, slots);
  const channels = cells.column.reduce((most, column) => Math.max(most, column), -1) + 3;
  const sizes = layoutSizes(
    plan.bands,
    cells,
    visible.nodes.map((node) => nodeText(node).width),
    channelTracks(routes, channels, slots.count),
    gapTracks(routes, channels, slots.count),
  );
  return {
    width: sizes.width,
    height: sizes.height,
    bands: plan.bands.map(({ key, title }, at) => {
      const [y, height] = [sizes.bandY[at] ?? 0, sizes.bandHeight[at] ?? 0];
      return { key, title, x: sizes.bandX, y, width: sizes.width - sizes.bandX - 20, height };
    }),
    nodes: visible.nodes.map(({ key }, node): NodeBox => {
      const column = cells.column[node] ?? 0;
      return {
        key,
        x: sizes.columnX[column] ?? 0,
        y: (sizes.middle[slots.rowOf(node)] ?? 0) - nodeSizes.height / 2,
        width: sizes.widthOf(node),
        height: nodeSizes.height,
        band: plan.bands[plan.bandOf[node] ?? 0]?.key ?? '',
        column,
        row: cells.row[node] ?? 0,
        level: plan.level[node] ?? 0,
      };
    }),
    edges: visible.edges.map(({ key, from, to }, at): EdgePath => {
      const [source, target, route] = [endOf(to), endOf(from), routes[at]];
      if (source === undefined || target === undefined || route === undefined) {
        return { key, d: '', points: [] };
      }
      const points = pointsOf(source, target, route, cells, slots, sizes);
      return { key, d: roundedPath(points), points };
    }),
    rowLimit: plan.rowLimit,
  };
}

function planOf(
  visible: VisibleGraph,
  placeOf: ReadonlyMap<string, number>,
  previous: GraphLayout | undefined,
): Plan {
  const bands = layoutBands(visible);
  const bandOf = new Int32Array(visible.nodes.length);
  for (const [band, { nodes }] of bands.entries()) for (const node of nodes) bandOf[node] = band;
  const links = layoutLinks(visible, placeOf);
  const before = new Map(previous?.nodes.map((box) => [box.key, box]));
  const was = (node: number): number | undefined => {
    const box = before.get(visible.nodes[node]?.key ?? '');
    return box?.band === bands[bandOf[node] ?? 0]?.key ? box?.level : undefined;
  };
  const { level, constraints } = layoutLevels(links, bandOf, was);
  for (const band of bands) if (isGrid(band)) gridLevels(band, level);
  const kept = previous?.nodes.filter(({ key }) => placeOf.has(key)).length ?? 0;
  // A picture that is mostly another one takes the shape that suits it.
  const keepsShape = previous !== undefined && 2 * kept >= visible.nodes.length && kept > 0;
  return {
    bands,
    bandOf,
    level,
    links,
    constraints,
    rowLimit: keepsShape ? previous.rowLimit : rowLimit(bands, level),
  };
}

function cellsOf(
  plan: Plan,
  placeOf: ReadonlyMap<string, number>,
  previous: GraphLayout | undefined,
): Cells {
  const count = plan.bandOf.length;
  const cells: Cells = { column: new Int32Array(count), row: new Int32Array(count), rows: [] };
  const was = plan.bands.map(() => new Map<number, NodeBox>());
  for (const box of previous?.nodes ?? []) {
    const node = placeOf.get(box.key);
    const band = node === undefined ? undefined : plan.bandOf[node];
    if (node === undefined || band === undefined || plan.bands[band]?.key !== box.band) continue;
    was[band]?.set(node, box);
  }
  const firstColumn = firstColumns(previous?.nodes ?? []);
  const isFresh = plan.bands.map(
    (band, at) => !isGrid(band) && 2 * (was[at]?.size ?? 0) < band.nodes.length,
  );
  const y = new Float64Array(count);
  let base = 0;
  for (const [band, strip] of plan.bands.entries()) {
    if (isFresh[band] === true) {
      base += 1;
      continue;
    }
    if (isGrid(strip)) placeGrid(strip, band, cells);
    else placeKept(plan, band, was[band] ?? new Map<number, NodeBox>(), firstColumn, cells);
    for (const node of strip.nodes) y[node] = base + (cells.row[node] ?? 0) + 0.5;
    base += (cells.rows[band] ?? 0) + 1;
  }
  if (isFresh.includes(true)) {
    const levels = orderNodes(plan, isFresh, y, (band) => cells.rows[band]);
    for (const [band, lists] of levels.entries()) {
      if (isFresh[band] === true) placeFresh(plan, band, lists, cells);
    }
  }
  spreadColumns(plan, cells);
  if (plan.bands.every((band, at) => isFresh[at] === true || isGrid(band))) untangle(plan, cells);
  closeGaps(plan, cells);
  return cells;
}

/** Corners of a line from what is waited for to who waits. */
function pointsOf(
  source: End,
  target: End,
  { net, pieces }: Route,
  cells: Cells,
  slots: Slots,
  sizes: Sizes,
): readonly number[] {
  const xOf = (end: End): number =>
    'band' in end ? sizes.bandX : (sizes.columnX[cells.column[end.node] ?? 0] ?? 0);
  const yOf = (end: End): number =>
    sizes.middle['band' in end ? slots.titleOf(end.band) : slots.rowOf(end.node)] ?? 0;
  const endY = yOf(target);
  let y = yOf(source);
  const points = [xOf(source) + ('node' in source ? sizes.widthOf(source.node) : 0), y];
  let left = pieces.length;
  for (const { channel, to } of pieces) {
    const x = sizes.trackX(channel, net);
    points.push(x, y);
    left--;
    y = left === 0 ? endY : sizes.trackY(to, net);
    points.push(x, y);
  }
  points.push(xOf(target), endY);
  return points;
}
