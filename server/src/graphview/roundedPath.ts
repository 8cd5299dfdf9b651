/** The data of an SVG path along corners, each of them rounded. */

const radius = 7;

/** Path through points (x and y in turns); the empty string for fewer than two. */
export function roundedPath(points: readonly number[]): string {
  const count = points.length / 2;
  if (count < 2) return '';
  const x = (at: number): number => points[2 * at] ?? 0;
  const y = (at: number): number => points[2 * at + 1] ?? 0;
  let d = `M${short(x(0))} ${short(y(0))}`;
  for (let at = 1; at < count - 1; at++) {
    const before = length(x(at) - x(at - 1), y(at) - y(at - 1));
    const after = length(x(at + 1) - x(at), y(at + 1) - y(at));
    const r = Math.min(radius, before / 2, after / 2);
    if (r < 0.5) {
      d += `L${short(x(at))} ${short(y(at))}`;
      continue;
    }
    const inX = x(at) + ((x(at - 1) - x(at)) / before) * r;
    const inY = y(at) + ((y(at - 1) - y(at)) / before) * r;
    const outX = x(at) + ((x(at + 1) - x(at)) / after) * r;
    const outY = y(at) + ((y(at + 1) - y(at)) / after) * r;
    d += `L${short(inX)} ${short(inY)}Q${short(x(at))} ${short(y(at))} ${short(outX)} ${short(outY)}`;
  }
  return `${d}L${short(x(count - 1))} ${short(y(count - 1))}`;
}

/** `Math.hypot` guards against overflow, which is of no concern here and takes ten times as long. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** A tenth of a pixel is as fine as anybody sees. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
