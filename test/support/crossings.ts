/** How often the straight lines between the middles of connected nodes cross: the measure that libraries are compared by. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pairs of lines that cross, not counting those that share an end. */
export function crossings(
  points: ReadonlyMap<string, Point>,
  edges: readonly { readonly from: string; readonly to: string }[],
): number {
  const lines = edges.flatMap(({ from, to }) => {
    const [a, b] = [points.get(from), points.get(to)];
    return a === undefined || b === undefined ? [] : [{ from, to, a, b }];
  });
  let count = 0;
  for (const [at, one] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      const ends = [one.from, one.to];
      if (ends.includes(other.from) || ends.includes(other.to)) continue;
      const isApart = side(one.a, one.b, other.a) * side(one.a, one.b, other.b) < 0;
      if (isApart && side(other.a, other.b, one.a) * side(other.a, other.b, one.b) < 0) count++;
    }
  }
  return count;
}

/** Above 0 left of the line from a to b, below 0 right of it. */
function side(a: Point, b: Point, p: Point): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}
