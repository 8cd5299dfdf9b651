/** The strips of the picture and the nodes in each. */
import type { VisibleGraph } from './visible';

export interface Band {
  readonly key: string;
  readonly title: string | undefined;
  /** Places of its nodes among the visible ones, in file order. */
  readonly nodes: readonly number[];
}

/** One strip a lane; folded lanes that follow each other share one. Lanes that nobody knows come last. */
export function layoutBands({ lanes, nodes }: VisibleGraph): readonly Band[] {
  const bands: { key: string; title: string | undefined; nodes: number[] }[] = [];
  const ofLane = new Map<string, number[]>();
  let folded: number[] | undefined;
  for (const { key, title, isFolded } of lanes) {
    const inside = isFolded && folded !== undefined ? folded : [];
    ofLane.set(key, inside);
    if (inside !== folded) bands.push({ key, title: isFolded ? undefined : title, nodes: inside });
    folded = isFolded ? inside : undefined;
  }
  for (const [place, { lane }] of nodes.entries()) {
    let inside = ofLane.get(lane);
    if (inside === undefined) {
      inside = [];
      ofLane.set(lane, inside);
      bands.push({ key: lane, title: undefined, nodes: inside });
    }
    inside.push(place);
  }
  return bands.filter((band) => band.nodes.length > 0);
}
