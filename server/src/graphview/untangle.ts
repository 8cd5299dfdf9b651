/** The last step of a new picture: nodes change cells as long as that makes fewer lines cross, or the same number and shorter ones. */
import { isGrid } from './foldedGrid';
import type { Cells, Plan } from './layoutCells';

/** More nodes than this are not untangled: it would take longer than a frame or two. */
const mostNodes = 400;
const rounds = 3;
/** Rough sizes of a cell; so much length weighs as much as a crossing. */
const cell = { width: 270, height: 66, title: 56 } as const;
const lengthOfCrossing = 1500;

/** Moves nodes within their bands. Levels follow; no node comes to stand left of what has to be left of it. */
export function untangle(plan: Plan, cells: Cells): void {
  const count = cells.row.length;
  if (count > mostNodes || count === 0) return;
  const grid = gridOf(plan, cells);
  for (let round = 0; round < rounds; round++) {
    let hasMoved = false;
    for (let node = 0; node < count; node++) {
      for (const [column, row] of grid.neighbours(node)) {
        if (grid.improves(node, column, row)) hasMoved = true;
      }
    }
    if (!hasMoved) break;
  }
}

/** The cells as a grid on which moves can be tried. */
function gridOf({ bands, links, bandOf, level, constraints }: Plan, { column, row, rows }: Cells) {
  const lines = linesBetween(links, bandOf);
  const { linesOf } = lines;
  const columns = column.reduce((most, at) => Math.max(most, at + 1), 0);
  const levelOf = new Int32Array(columns).fill(-1);
  for (const [node, at] of column.entries()) levelOf[at] = level[node] ?? 0;
  const isFixed = bands.map(isGrid);
  const bases: number[] = [];
  const height = rows.reduce((sum, own) => (bases.push(sum), sum + own), 0);
  const at = (band: number, c: number, r: number): number => c * height + (bases[band] ?? 0) + r;
  const taken = new Int32Array(columns * height).fill(-1);
  const x = new Float64Array(column.length);
  const y = new Float64Array(column.length);
  const put = (node: number, c: number, r: number): void => {
    const band = bandOf[node] ?? 0;
    [column[node], row[node], level[node]] = [c, r, levelOf[c] ?? 0];
    x[node] = c * cell.width;
    y[node] = ((bases[band] ?? 0) + r) * cell.height + band * cell.title;
    taken[at(band, c, r)] = node;
  };
  for (let node = 0; node < column.length; node++) put(node, column[node] ?? 0, row[node] ?? 0);

  const costs = lineCosts(lines, x, y);
  const mayStandIn = (node: number, wanted: number): boolean =>
    (constraints.left[node] ?? []).every((other) => (level[other] ?? 0) < wanted) &&
    (constraints.right[node] ?? []).every((other) => (level[other] ?? 0) > wanted);

  return {
    /** Cells around a node in its band. */
    *neighbours(node: number): Generator<readonly [number, number]> {
      if ((linesOf[node] ?? []).length === 0 || isFixed[bandOf[node] ?? 0] === true) return;
      const own = rows[bandOf[node] ?? 0] ?? 0;
      for (const step of [0, -1, 1]) {
        for (const by of [-1, 1, 0]) {
          const [c, r] = [(column[node] ?? 0) + step, (row[node] ?? 0) + by];
          if (c >= 0 && c < columns && r >= 0 && r < own && (step !== 0 || by !== 0)) yield [c, r];
        }
      }
    },
    /** Moves a node into a cell, in exchange for who is there, if that is better; says whether it was. */
    improves(node: number, c: number, r: number): boolean {
      const band = bandOf[node] ?? 0;
      const [oldColumn, oldRow] = [column[node] ?? 0, row[node] ?? 0];
      const other = taken[at(band, c, r)] ?? -1;
      const wanted = levelOf[c] ?? 0;
      const own = level[node] ?? 0;
      if (wanted !== own && (other !== -1 || !mayStandIn(node, wanted))) return false;
      const moved = other === -1 ? (linesOf[node] ?? []) : union(linesOf[node], linesOf[other]);
      const before = costs.now(moved);
      const swap = (toColumn: number, toRow: number, backColumn: number, backRow: number): void => {
        taken[at(band, backColumn, backRow)] = -1;
        if (other !== -1) put(other, backColumn, backRow);
        put(node, toColumn, toRow);
      };
      swap(c, r, oldColumn, oldRow);
      // A node leaves its level only if that unties something; shorter lines are no reason.
      if (costs.areLess(moved, before - (wanted === own ? 1e-9 : 1))) {
        costs.forget();
        return true;
      }
      taken[at(band, c, r)] = -1;
      if (other !== -1) put(other, c, r);
      put(node, oldColumn, oldRow);
      return false;
    },
  };
}

/** What lines cost where their ends stand, at `x` and `y`, which others change: crossings, and a little for length. */
function lineCosts(
  { from, to, near }: ReturnType<typeof linesBetween>,
  x: Float64Array,
  y: Float64Array,
) {
  const costOf = (one: number): number => {
    const [a, b] = [from[one] ?? 0, to[one] ?? 0];
    const [ax, ay, bx, by] = [x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0];
    let sum = (Math.abs(ax - bx) + Math.abs(ay - by)) / lengthOfCrossing;
    const [top, bottom] = ay < by ? [ay, by] : [by, ay];
    for (const other of near[one] ?? []) {
      const [c, d] = [from[other] ?? 0, to[other] ?? 0];
      const [cy, dy] = [y[c] ?? 0, y[d] ?? 0];
      if ((cy < top && dy < top) || (cy > bottom && dy > bottom)) continue;
      if (a === c || a === d || b === c || b === d) continue;
      const [cx, dx] = [x[c] ?? 0, x[d] ?? 0];
      const p = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      const q = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
      if (p * q >= 0) continue;
      const r = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
      const s = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
      if (r * s < 0) sum++;
    }
    return sum;
  };
  // Costs of lines, until a node moves; what is not known is not a number.
  const known = new Float64Array(from.length).fill(NaN);
  return {
    now(some: readonly number[]): number {
      let sum = 0;
      for (const line of some) {
        const before = known[line] ?? NaN;
        sum += Number.isNaN(before) ? (known[line] = costOf(line)) : before;
      }
      return sum;
    },
    /** Whether they cost less than that, asked where a move is only tried: nothing is kept. */
    areLess(some: readonly number[], than: number): boolean {
      let sum = 0;
      for (const line of some) {
        sum += costOf(line);
        if (sum >= than) return false;
      }
      return true;
    },
    /** To be called when nodes have moved for good. */
    forget(): void {
      known.fill(NaN);
    },
  };
}

function linesBetween({ before, parents }: Plan['links'], bandOf: Int32Array) {
  const from: number[] = [];
  const to: number[] = [];
  const linesOf: number[][] = before.map(() => []);
  for (const list of [before, parents]) {
    for (const [node, others] of list.entries()) {
      for (const other of others) {
        linesOf[node]?.push(from.length);
        linesOf[other]?.push(from.length);
        from.push(node);
        to.push(other);
      }
    }
  }
  // A line stays in its bands, so it never meets those of others.
  const bandsOf = from.map((a, line) => [bandOf[a] ?? 0, bandOf[to[line] ?? 0] ?? 0] as const);
  const first = Int32Array.from(bandsOf, ([a, b]) => Math.min(a, b));
  const last = Int32Array.from(bandsOf, ([a, b]) => Math.max(a, b));
  const near = from.map((_, line) => {
    const [ownFirst, ownLast] = [first[line] ?? 0, last[line] ?? 0];
    const found: number[] = [];
    for (let other = 0; other < from.length; other++)
      if ((first[other] ?? 0) <= ownLast && (last[other] ?? 0) >= ownFirst) found.push(other);
    return Int32Array.from(found);
  });
  return { from: Int32Array.from(from), to: Int32Array.from(to), linesOf, near };
}

function union(a: readonly number[] = [], b: readonly number[] = []): readonly number[] {
  return [...a, ...b.filter((line) => !a.includes(line))];
}
