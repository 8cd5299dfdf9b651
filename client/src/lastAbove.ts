/** From a line to what stands there. Pure: no editor. */
import type { RangeView } from '../../server/src/protocol/snapshot';

/**
 * Of things in one file, the one that begins at `line` (0-based) or last above it, at any of its places; of those that
 * begin on the same line the last one. Nothing when all begin below.
 */
export function lastAbove<Thing>(
  things: readonly Thing[],
  line: number,
  placesOf: (thing: Thing) => readonly RangeView[],
): Thing | undefined {
  let best: Thing | undefined;
  let bestLine = -1;
  for (const thing of things)
    for (const { start } of placesOf(thing)) {
      if (start.line > line || start.line < bestLine) continue;
      [best, bestLine] = [thing, start.line];
    }
  return best;
}
