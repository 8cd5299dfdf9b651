/** The order of the nodes in each level of bands that are drawn for the first time: barycentre sweeps over all bands. */
import { levelsOf, spread, type Plan } from './layoutCells';

const sweeps = 14;

/**
 * Levels of each band, sorted so that few lines cross. Bands that are not `isFresh` keep the heights in `y`, in rows of the whole
 * picture; those of the others are set. Nodes that stand in no relation come last, in file order.
 */
export function orderNodes(
  plan: Plan,
  isFresh: readonly boolean[],
  y: Float64Array,
  rowsOf: (band: number) => number | undefined,
): readonly (readonly number[][])[] {
  const levels = plan.bands.map((band) => levelsOf(band, plan.level));
  const { before, after, parents, children } = plan.links;
  const around = before.map((list, node) => [
    ...list,
    ...(after[node] ?? []),
    ...(parents[node] ?? []),
    ...(children[node] ?? []),
  ]);
  const bases: number[] = [];
  const heights = levels.map((lists, band) => {
    const most = lists.map((list) => spread(list.length, plan.rowLimit).rows);
    return rowsOf(band) ?? Math.max(1, ...most);
  });
  let base = 0;
  for (const height of heights) {
    bases.push(base);
    base += height + 1;
  }
  const settle = (list: readonly number[], band: number): void => {
    const [from, height] = [bases[band] ?? 0, heights[band] ?? 1];
    for (const [at, node] of list.entries()) y[node] = from + ((at + 0.5) / list.length) * height;
  };
  for (const [band, lists] of levels.entries()) {
    if (isFresh[band] !== true) continue;
    for (const list of lists) {
      list.sort((a, b) => isAlone(around, a) - isAlone(around, b));
      settle(list, band);
    }
  }
  const weight = new Float64Array(y.length);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isDown = sweep % 2 === 0;
    for (let step = 0; step < levels.length; step++) {
      const band = isDown ? step : levels.length - 1 - step;
      const lists = levels[band] ?? [];
      if (isFresh[band] !== true) continue;
      for (let at = 0; at < lists.length; at++) {
        const list = lists[isDown ? at : lists.length - 1 - at] ?? [];
        for (const node of list) weight[node] = barycentre(node, around[node] ?? [], y);
        list.sort(
          (a, b) => isAlone(around, a) - isAlone(around, b) || (weight[a] ?? 0) - (weight[b] ?? 0),
        );
        settle(list, band);
      }
    }
  }
  return levels;
}

function isAlone(around: readonly (readonly number[])[], node: number): number {
  return (around[node] ?? []).length === 0 ? 1 : 0;
}

function barycentre(node: number, others: readonly number[], y: Float64Array): number {
  if (others.length === 0) return y[node] ?? 0;
  let sum = 0;
  for (const other of others) sum += y[other] ?? 0;
  return sum / others.length;
}
