/** How many rows a level may have before it continues beside itself. */
import type { Band } from './layoutBands';
import { levelsOf, spread } from './layoutCells';

const candidates = [3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48] as const;
/** Width to height of a picture that fits a screen; rough sizes of cells and of a band's title. */
const wanted = 1.6;
const cell = { width: 270, height: 68, title: 56 } as const;

/** The limit that brings the picture closest to the shape of a screen. */
export function rowLimit(bands: readonly Band[], level: ArrayLike<number>): number {
  const counts = bands.map((band) => levelsOf(band, level).map(({ length }) => length));
  let best = { limit: 3, miss: Infinity };
  for (const limit of candidates) {
    let columns = 0;
    let height = 0;
    for (const band of counts) {
      const spreads = band.map((count) => spread(count, limit));
      columns = Math.max(
        columns,
        spreads.reduce((sum, one) => sum + one.columns, 0),
      );
      height += cell.title + Math.max(...spreads.map(({ rows }) => rows)) * cell.height;
    }
    const miss = Math.abs(Math.log((columns * cell.width) / height / wanted));
    if (miss < best.miss) best = { limit, miss };
  }
  return best.limit;
}
