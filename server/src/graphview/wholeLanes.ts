/** A phase that waits for another one comes as an edge from each of its tasks. Drawn one by one they would bury everything else. */

export interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface LaneMembers {
  readonly key: string;
  /** Nodes that the phase's waiting is about: no managers, nothing cancelled. */
  readonly nodes: readonly string[];
}

/** Fewer lines are better drawn than explained. */
const least = 3;

/** Says where the line of an edge begins: at the lane, where all of an open lane waits for the same; else at its node. */
export function wholeLanes(
  edges: readonly Ends[],
  open: readonly LaneMembers[],
): (ends: Ends) => string {
  const laneOf = new Map(open.flatMap(({ key, nodes }) => nodes.map((node) => [node, key])));
  const size = new Map(open.map(({ key, nodes }) => [key, nodes.length]));
  const waiting = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const lane = laneOf.get(from);
    if (lane === undefined || lane === to || lane === laneOf.get(to)) continue;
    const key = `${lane}\n${to}`;
    const set = waiting.get(key);
    if (set === undefined) waiting.set(key, new Set([from]));
    else set.add(from);
  }
  return ({ from, to }) => {
    const lane = laneOf.get(from);
    const set = lane === undefined ? undefined : waiting.get(`${lane}\n${to}`);
    const isAll = set !== undefined && set.size >= least && set.size === size.get(lane ?? '');
    return isAll && lane !== undefined ? lane : from;
  };
}
