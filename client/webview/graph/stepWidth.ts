/** How wide a step of the waterfall is: ids of one project begin alike, and are told apart by how they end. */
import { textWidth } from '../../../server/src/graphview/textWidth';

const least = 148;
const most = 260;
/** Size of the font of an id, and how much wider it is for being bold. */
export const idFont = 12.5 * 1.1;
/** What stands beside an id: the icon and the edges. */
const besideId = 44;

/** In pixels: room for the longest of the ids that are planned, within limits. */
export function stepWidth(ids: readonly string[]): number {
  const longest = Math.max(0, ...ids.map((id) => textWidth(id, idFont)));
  return Math.min(most, Math.max(least, Math.ceil(longest) + besideId));
}
