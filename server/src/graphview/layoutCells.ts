/** The cell that each node gets in the grid of its band. */
import type { Band } from './layoutBands';
import type { Constraints } from './layoutLevels';
import type { Links } from './layoutLinks';

/** By node. Columns count from the left of the picture, rows from the top of the band. */
export interface Cells {
  readonly column: Int32Array;
  readonly row: Int32Array;
  /** How many rows each band has. */
  readonly rows: number[];
}

/** What all steps of placing look at. */
export interface Plan {
  readonly bands: readonly Band[];
  readonly bandOf: Int32Array;
  readonly level: Int32Array;
  readonly links: Links;
  readonly constraints: Constraints;
  readonly rowLimit: number;
}

/** Columns within levels become columns of the picture: a level stands in the same place in all bands. */
export function spreadColumns({ level }: Plan, { column }: Cells): void {
  const widths: number[] = [];
  for (const [node, at] of level.entries()) {
    widths[at] = Math.max(widths[at] ?? 0, (column[node] ?? 0) + 1);
  }
  let start = 0;
  const starts = Array.from(widths, (width = 0) => (start += width) - width);
  for (const [node, at] of level.entries()) column[node] = (column[node] ?? 0) + (starts[at] ?? 0);
}

/** Takes out columns and rows that have no nodes (any more). */
export function closeGaps({ bands }: Plan, { column, row, rows }: Cells): void {
  const closed = (used: readonly number[]): ReadonlyMap<number, number> =>
    new Map([...new Set(used)].sort((a, b) => a - b).map((value, at) => [value, at]));
  const columns = closed([...column]);
  for (const [node, at] of column.entries()) column[node] = columns.get(at) ?? 0;
  for (const [band, { nodes }] of bands.entries()) {
    const own = closed(nodes.map((node) => row[node] ?? 0));
    for (const node of nodes) row[node] = own.get(row[node] ?? 0) ?? 0;
    rows[band] = own.size;
  }
}

/** Nodes of a band by level, without levels that have none. */
export function levelsOf({ nodes }: Band, level: ArrayLike<number>): number[][] {
  const lists = new Map<number, number[]>();
  for (const node of nodes) {
    const at = level[node] ?? 0;
    const list = lists.get(at);
    if (list === undefined) lists.set(at, [node]);
    else list.push(node);
  }
  return [...lists].sort(([a], [b]) => a - b).map(([, list]) => list);
}

/** How many columns so many nodes of a level take, and how many rows. */
export function spread(count: number, rowLimit: number): { columns: number; rows: number } {
  const columns = Math.max(1, Math.ceil(count / rowLimit));
  return { columns, rows: Math.ceil(count / columns) };
}
