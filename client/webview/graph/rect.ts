/** Rectangles of the scene: what can be seen, and what of it is drawn. Pure. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Larger by so many of its own sizes on each side. */
export function grown({ x, y, width, height }: Rect, share: number): Rect {
  const [dx, dy] = [width * share, height * share];
  return { x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy };
}

/** Whether they share a point, an edge included. */
export function overlaps(a: Rect, b: Rect): boolean {
  const acrossX = a.x <= b.x + b.width && b.x <= a.x + a.width;
  return acrossX && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** Whether `inner` lies in `outer` as a whole; nothing contains nothing. */
export function contains(outer: Rect | undefined, inner: Rect): boolean {
  if (outer === undefined) return false;
  const isInX = outer.x <= inner.x && inner.x + inner.width <= outer.x + outer.width;
  return isInX && outer.y <= inner.y && inner.y + inner.height <= outer.y + outer.height;
}
