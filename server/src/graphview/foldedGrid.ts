/** Folded lanes that share a strip: read like words in lines, since phases mostly wait for the one before. */
import type { Band } from './layoutBands';
import type { Cells } from './layoutCells';

/** Fewer than this stand in levels like tasks. */
const least = 7;

/** Whether a strip is filled in reading order. */
export function isGrid({ title, nodes }: Band): boolean {
  return title === undefined && nodes.length >= least;
}

/** Sets the levels of the lanes of such a strip: their columns. */
export function gridLevels({ nodes }: Band, level: Int32Array): void {
  for (const [at, node] of nodes.entries()) level[node] = at % columnsOf(nodes.length);
}

/** Sets the cells of such a strip. */
export function placeGrid({ nodes }: Band, band: number, cells: Cells): void {
  const columns = columnsOf(nodes.length);
  for (const [at, node] of nodes.entries()) {
    cells.row[node] = Math.floor(at / columns);
    cells.column[node] = 0;
  }
  cells.rows[band] = Math.ceil(nodes.length / columns);
}

/** A strip several times as wide as high: it stands among others. */
function columnsOf(count: number): number {
  return Math.ceil(Math.sqrt(0.6 * count));
}
