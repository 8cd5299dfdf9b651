/**
 * Waiting for a whole phase comes as an edge to each of its tasks, and a phase that waits for another as the product of both.
 * Drawn one by one they would bury everything else.
 */

export interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface LaneMembers {
  readonly key: string;
  /** Nodes that waiting for the lane is about: no managers, nothing cancelled. */
  readonly nodes: readonly string[];
}

/** Fewer lines are better drawn than explained. */
const least = 3;

/**
 * Says for the ends of an edge where its line is drawn: at an open lane in place of its node where the same node waits for all
 * of that lane, and on the other side where all of a lane waits for all of another one. Within a lane nothing changes.
 */
export function wholeLanes(
  edges: readonly Ends[],
  open: readonly LaneMembers[],
): (ends: Ends) => Ends {
  const laneOf = new Map(open.flatMap(({ key, nodes }) => nodes.map((node) => [node, key])));
  const size = new Map(open.map(({ key, nodes }) => [key, nodes.length]));
  const isWhole = (lane: string, found: ReadonlySet<string> | undefined): boolean =>
    found !== undefined && found.size >= least && found.size === size.get(lane);

  const targets = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const lane = laneOf.get(to);
    if (lane !== undefined && lane !== laneOf.get(from)) collect(targets, pair(from, lane), to);
  }
  const targetOf = ({ from, to }: Ends): string => {
    const lane = laneOf.get(to);
    return lane !== undefined && isWhole(lane, targets.get(pair(from, lane))) ? lane : to;
  };
  const sources = new Map<string, Set<string>>();
  for (const ends of edges) {
    const [lane, to] = [laneOf.get(ends.from), targetOf(ends)];
    if (lane !== undefined && to !== ends.to) collect(sources, pair(lane, to), ends.from);
  }
  return (ends) => {
    const to = targetOf(ends);
    const lane = laneOf.get(ends.from);
    const isAll =
      lane !== undefined && to !== ends.to && isWhole(lane, sources.get(pair(lane, to)));
    return { from: isAll ? lane : ends.from, to };
  };
}

function pair(a: string, b: string): string {
  return `${a}\n${b}`;
}

function collect(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
