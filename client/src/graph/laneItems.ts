/** Phases as items to pick from. Pure: no editor. */
import type { GraphLaneView } from '../../../server/src/protocol/graphSnapshot';
import { plainLabel } from '../plainLabel';

export interface LaneItem {
  readonly label: string;
  readonly description: string;
  /** Key of the lane. */
  readonly lane: string;
}

/** Every lane but the one that the task stands in. */
export function laneItems(lanes: readonly GraphLaneView[], own: string): readonly LaneItem[] {
  return lanes
    .filter(({ key }) => key !== own)
    .map(({ key, title, done, total }) => ({
      label: plainLabel(title),
      description: `${done}/${total}`,
      lane: key,
    }));
}
