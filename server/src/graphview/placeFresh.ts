/** Cells for the nodes of a band that is drawn for the first time. */
import { spread, type Cells, type Plan } from './layoutCells';

/** Sets the cells of a band's nodes: each level in its order, beside what it is connected with where there is room. */
export function placeFresh(
  plan: Plan,
  band: number,
  levels: readonly (readonly number[])[],
  cells: Cells,
): void {
  const spreads = levels.map((list) => spread(list.length, plan.rowLimit));
  const rows = Math.max(1, ...spreads.map((one) => one.rows));
  cells.rows[band] = rows;
  const { before, after, parents, children } = plan.links;
  const sides = [
    (node: number) => [...(before[node] ?? []), ...(parents[node] ?? [])],
    (node: number) => [...(after[node] ?? []), ...(children[node] ?? [])],
  ] as const;
  // To the right along what is waited for, then back along who waits, so that both ends of a chain get into line.
  for (const [round, side] of [sides[0], sides[1], sides[0]].entries()) {
    for (let step = 0; step < levels.length; step++) {
      const at = round === 1 ? levels.length - 1 - step : step;
      const list = levels[at] ?? [];
      const { columns = 1, rows: own = 1 } = spreads[at] ?? {};
      let last = -1;
      for (let row = 0; row < own; row++) {
        const group = list.slice(row * columns, (row + 1) * columns);
        const wish =
          wishOf(group, side, plan, band, cells) ?? (round === 0 ? last + 1 : rowOf(group, cells));
        last = Math.max(last + 1, Math.min(Math.round(wish), rows - (own - row)));
        for (const [sub, node] of group.entries()) {
          cells.row[node] = last;
          cells.column[node] = sub;
        }
      }
    }
  }
}

function rowOf(group: readonly number[], cells: Cells): number {
  return cells.row[group[0] ?? 0] ?? 0;
}

/** The mean row of what the group is connected with on one side in its own band. */
function wishOf(
  group: readonly number[],
  side: (node: number) => readonly number[],
  { bandOf }: Plan,
  band: number,
  cells: Cells,
): number | undefined {
  let [sum, count] = [0, 0];
  for (const node of group) {
    for (const other of side(node)) {
      if (bandOf[other] !== band) continue;
      sum += cells.row[other] ?? 0;
      count++;
    }
  }
  return count === 0 ? undefined : sum / count;
}
