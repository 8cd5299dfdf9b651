/** What must hold of every layout. Each function returns the offenders, in words. */
import type { GraphLayout } from '../../server/src/graphview/graphLayout';

interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pairs of nodes that cover each other, nodes outside of their band, bands that cover each other. */
export function overlaps({ nodes, bands, width, height }: GraphLayout): readonly string[] {
  const all = { key: 'picture', x: 0, y: 0, width, height };
  const bandOf = new Map(bands.map((band) => [band.key, band]));
  return [
    ...pairs(nodes),
    ...pairs(bands),
    ...nodes.filter((node) => !holds(bandOf.get(node.band), node)).map(({ key }) => `${key} out`),
    ...bands.filter((band) => !holds(all, band)).map(({ key }) => `${key} out`),
  ];
}

/** Lines that run through a node that is not an end of theirs. `ends` names both for each line. */
export function strayLines(
  { nodes, edges }: GraphLayout,
  ends: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  return edges.flatMap(({ points }, at) => {
    const others = nodes.filter(({ key }) => key !== ends[at]?.from && key !== ends[at]?.to);
    return others.filter((box) => runsThrough(points, box)).map(({ key }) => `${at} over ${key}`);
  });
}

function pairs(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => covers(a, b))
      .map((b) => `${a.key} on ${b.key}`),
  );
}

function covers(a: Box, b: Box): boolean {
  const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  return !isBeside && a.y + a.height > b.y && b.y + b.height > a.y;
}

function holds(outer: Box | undefined, inner: Box): boolean {
  return (
    outer !== undefined &&
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** Lines are level or upright: each piece is a box without an inside. */
function runsThrough(points: readonly number[], box: Box): boolean {
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(at, at + 4);
    const isInX = Math.max(x1, x2) > box.x && Math.min(x1, x2) < box.x + box.width;
    if (isInX && Math.max(y1, y2) > box.y && Math.min(y1, y2) < box.y + box.height) return true;
  }
  return false;
}
