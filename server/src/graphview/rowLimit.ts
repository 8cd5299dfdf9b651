/** How many rows a level may have before it continues beside itself. */
import type { Band } from './layoutBands';
import { spread } from './layoutCells';

const candidates = [3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48] as const;
/** Width to height of a picture that fits a screen; rough sizes of cells and of a band's title. */
const wanted = 1.6;
const cell = { width: 270, height: 68, title: 56 } as const;

/** The limit that brings the picture closest to the shape of a screen. */
export function rowLimit(bands: readonly Band[], level: ArrayLike<number>): number {
  const counts = bands.map(({ nodes }) => {
    const count: number[] = [];
    for (const node of nodes) count[level[node] ?? 0] = (count[level[node] ?? 0] ?? 0) + 1;
    return Array.from(count, (nodes = 0) => nodes);
  });
  const levels = Math.max(0, ...counts.map(({ length }) => length));
  let best = { limit: 3, miss: Infinity };
  for (const limit of candidates) {
    const columns = Array.from({ length: levels }, () => 0);
    let height = 0;
    for (const band of counts) {
      let rows = 0;
      for (const [at, count] of band.entries()) {
        if (count === 0) continue;
        const one = spread(count, limit);
        columns[at] = Math.max(columns[at] ?? 0, one.columns);
        rows = Math.max(rows, one.rows);
      }
      height += cell.title + rows * cell.height;
    }
    const width = columns.reduce((sum, count) => sum + count, 0) * cell.width;
    const miss = Math.abs(Math.log(width / height / wanted));
    if (miss < best.miss) best = { limit, miss };
  }
  return best.limit;
}
