/** Cells for the nodes of a band that was in the picture before: who was there stays, who is new takes a free cell nearby. */
import type { NodeBox } from './graphLayout';
import { levelsOf, type Cells, type Plan } from './layoutCells';

/** Where a node was: column within its level, and row. */
interface Seat {
  readonly sub: number;
  readonly row: number;
}

/** The first column that each level had. */
export function firstColumns(nodes: readonly NodeBox[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const { level, column } of nodes) {
    first.set(level, Math.min(column, first.get(level) ?? column));
  }
  return first;
}

/** Sets the cells of a band's nodes; `was` has the box before of each node that was in this band. */
export function placeKept(
  plan: Plan,
  band: number,
  was: ReadonlyMap<number, NodeBox>,
  firstColumn: ReadonlyMap<number, number>,
  cells: Cells,
): void {
  const lists = levelsOf(plan.bands[band] ?? { key: '', title: undefined, nodes: [] }, plan.level);
  const seats = new Map<number, Seat>();
  for (const [node, { level, column, row }] of was) {
    if (plan.level[node] !== level) continue;
    seats.set(node, { sub: column - (firstColumn.get(level) ?? column), row });
  }
  const most = Math.max(plan.rowLimit, ...[...seats.values()].map(({ row }) => row + 1));
  for (const list of lists) {
    seatNewcomers(list, seats, wishes(plan, band, list, seats), most);
    for (const node of list) cells.column[node] = seats.get(node)?.sub ?? 0;
  }
  const all = lists.flat();
  for (const node of all) cells.row[node] = seats.get(node)?.row ?? 0;
  cells.rows[band] = all.reduce((most, node) => Math.max(most, (cells.row[node] ?? 0) + 1), 1);
}

/** The row that each newcomer would like: the mean of those that it is connected with, else below the last one in the file. */
function wishes(
  { links, bandOf }: Plan,
  band: number,
  list: readonly number[],
  seats: ReadonlyMap<number, Seat>,
): ReadonlyMap<number, number> {
  const wish = new Map<number, number>();
  let last = -1;
  for (const node of list) {
    const seat = seats.get(node);
    if (seat === undefined) {
      const rows = [links.before, links.after, links.parents, links.children]
        .flatMap((side) => side[node] ?? [])
        .flatMap((other) => (bandOf[other] === band ? (seats.get(other)?.row ?? []) : []));
      const mean = rows.reduce((sum, row) => sum + row, 0) / rows.length;
      wish.set(node, rows.length === 0 ? last + 1 : Math.round(mean));
    }
    last = seat?.row ?? last + 1;
  }
  return wish;
}

function seatNewcomers(
  list: readonly number[],
  seats: Map<number, Seat>,
  wish: ReadonlyMap<number, number>,
  most: number,
): void {
  const taken = new Set<string>();
  let subs = 1;
  for (const node of list) {
    const seat = seats.get(node);
    if (seat === undefined) continue;
    taken.add(`${seat.sub} ${seat.row}`);
    subs = Math.max(subs, seat.sub + 1);
  }
  for (const [node, row] of wish) {
    const wanted = Math.max(0, Math.min(row, most - 1));
    const seat = freeSeat(taken, wanted, subs, most);
    taken.add(`${seat.sub} ${seat.row}`);
    subs = Math.max(subs, seat.sub + 1);
    seats.set(node, seat);
  }
}

/** The free cell nearest to a row, further left first; a column of its own when all are taken. */
function freeSeat(taken: ReadonlySet<string>, wanted: number, subs: number, most: number): Seat {
  for (let away = 0; away < most; away++) {
    for (const row of away === 0 ? [wanted] : [wanted + away, wanted - away]) {
      if (row < 0 || row >= most) continue;
      for (let sub = 0; sub < subs; sub++) if (!taken.has(`${sub} ${row}`)) return { sub, row };
    }
  }
  return { sub: subs, row: wanted };
}
