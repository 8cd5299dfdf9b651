/**
 * The ways of the lines through the grid, before anything has a size. Columns are the same in all bands, so the channels beside
 * them are free of nodes from top to bottom, and so are the gaps between rows from left to right: no line crosses a node.
 */
import type { Cells } from './layoutCells';
import type { VisibleEdge } from './visible';

/**
 * Heights of the picture are counted in slots: for each band its title, then in turns the gap above a row and the row, and the
 * gap below the last one.
 */
export interface Slots {
  readonly count: number;
  readonly titleOf: (band: number) => number;
  readonly rowOf: (node: number) => number;
}

/** A vertical piece of a way. Channel 0 is left of all bands, channel 1 + c left of column c. Between two pieces the way is level. */
export interface Piece {
  readonly channel: number;
  /** This and `to`: slots, in either order. */
  readonly from: number;
  readonly to: number;
}

/** Lines from the same source share their tracks: they are one net. */
export interface Route {
  readonly net: number;
  readonly pieces: readonly Piece[];
}

/** Slots of bands with so many rows each. */
export function slotsOf(cells: Cells, bandOf: ArrayLike<number>): Slots {
  const bases: number[] = [];
  let count = 0;
  for (const rows of cells.rows) {
    bases.push(count);
    count += 2 * rows + 2;
  }
  return {
    count,
    titleOf: (band) => bases[band] ?? 0,
    rowOf: (node) => (bases[bandOf[node] ?? 0] ?? 0) + 2 + 2 * (cells.row[node] ?? 0),
  };
}

/** What a line begins or ends at. */
export type End = { readonly node: number } | { readonly band: number };

/** The way of each edge, from what is waited for to who waits; undefined for one whose ends are not in the picture. */
export function routeEdges(
  edges: readonly VisibleEdge[],
  endOf: (key: string) => End | undefined,
  cells: Cells,
  slots: Slots,
): readonly (Route | undefined)[] {
  const nodes = cells.row.length;
  const columns = cells.column.reduce((most, column) => Math.max(most, column), -1) + 1;
  // Whose line runs along the middle of a cell; nodes are their own.
  const lines = new Int32Array(slots.count * columns).fill(-1);
  for (let node = 0; node < nodes; node++) {
    lines[slots.rowOf(node) * columns + (cells.column[node] ?? 0)] = nodes * 2 + node;
  }
  const takeRow = (slot: number, from: number, to: number, net: number): boolean => {
    for (let at = slot * columns + from; at < slot * columns + to; at++) {
      if (lines[at] !== -1 && lines[at] !== net) return false;
    }
    lines.fill(net, slot * columns + from, slot * columns + to);
    return true;
  };
  return edges.map((edge) => {
    const [source, target] = [endOf(edge.to), endOf(edge.from)];
    if (source === undefined || target === undefined) return undefined;
    const net = 'node' in source ? source.node : nodes + source.band;
    const out = 'node' in source ? 2 + (cells.column[source.node] ?? 0) : 0;
    const from = 'node' in source ? slots.rowOf(source.node) : slots.titleOf(source.band);
    const into = 'node' in target ? 1 + (cells.column[target.node] ?? 0) : 0;
    const to = 'node' in target ? slots.rowOf(target.node) : slots.titleOf(target.band);
    if (out === into) return { net, pieces: from === to ? [] : [{ channel: out, from, to }] };
    if (into > out) {
      const [first, last] = [Math.max(0, out - 1), into - 1];
      if ('node' in source && takeRow(from, first, last, net)) {
        return { net, pieces: from === to ? [] : [{ channel: into, from, to }] };
      }
      if (takeRow(to, first, last, net)) return { net, pieces: [{ channel: out, from, to }] };
    }
    const gap = to + (from <= to && 'node' in target ? -1 : 1);
    const pieces = [
      { channel: out, from, to: gap },
      { channel: into, from: gap, to },
    ];
    return { net, pieces };
  });
}
