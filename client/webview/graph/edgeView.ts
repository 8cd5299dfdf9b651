/** One line of the scene, and which line is under the pointer. */
import { nothing, svg, type SVGTemplateResult } from 'lit/html.js';
import type { EdgePath } from '../../../server/src/graphview/graphLayout';
import type { VisibleEdge } from '../../../server/src/graphview/visible';
import type { Rect } from './rect';

export interface EdgeLook {
  readonly isSelected: boolean;
  /** One of its ends is the selected node. */
  readonly isNear: boolean;
  /** The cheapest edge of a ring to cut. */
  readonly isCut: boolean;
}

/** The line, and scissors on it where cutting it would break a ring. */
export function edgeView(
  { kind, fulfilment, isInCycle, isCritical, isDimmed }: VisibleEdge,
  path: EdgePath,
  { isSelected, isNear, isCut }: EdgeLook,
): SVGTemplateResult {
  const classes = [
    `edge kind-${kind} ${fulfilment}`,
    ...(isInCycle ? ['is-cycle'] : []),
    ...(isCritical ? ['is-critical'] : []),
    ...(isDimmed ? ['is-dimmed'] : []),
    ...(isNear ? ['is-near'] : []),
    ...(isSelected ? ['is-selected'] : []),
  ].join(' ');
  return svg`<path class=${classes} d=${path.d} marker-end="url(#arrow)" />${
    isCut ? scissors(path) : nothing
  }`;
}

function scissors(path: EdgePath): SVGTemplateResult {
  const [x, y] = middleOf(path.points);
  return svg`<g class="cut" transform=${`translate(${x - 9} ${y - 9})`}><circle
    cx="9" cy="9" r="9" /><path transform="translate(1 1)"
    d="M4 11.5a1.5 1.5 0 1 1 0 .1M4 4.5a1.5 1.5 0 1 1 0 .1M5.3 5.5L13 11.5M5.3 10.7L13 4.5" /></g>`;
}

/** The middle of its longest straight piece. */
function middleOf(points: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [points[0] ?? 0, points[1] ?? 0];
  let longest = -1;
  forEachPiece(points, (x1, y1, x2, y2) => {
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length <= longest) return;
    longest = length;
    best = [(x1 + x2) / 2, (y1 + y2) / 2];
  });
  return best;
}

/** The edge nearest to a point, not farther than `reach`; nothing when none is. */
export function edgeAt(
  paths: readonly EdgePath[],
  x: number,
  y: number,
  reach: number,
): EdgePath | undefined {
  let best: EdgePath | undefined;
  let nearest = reach;
  for (const path of paths) {
    const { x: left, y: top, width, height } = boundsOf(path);
    if (x < left - reach || y < top - reach) continue;
    if (x > left + width + reach || y > top + height + reach) continue;
    forEachPiece(path.points, (x1, y1, x2, y2) => {
      const distance = toPiece(x, y, x1, y1, x2, y2);
      if (distance >= nearest) return;
      nearest = distance;
      best = path;
    });
  }
  return best;
}

const bounds = new WeakMap<EdgePath, Rect>();

/** The smallest upright rectangle around a line. */
export function boundsOf(path: EdgePath): Rect {
  const known = bounds.get(path);
  if (known !== undefined) return known;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let n = 0; n + 1 < path.points.length; n += 2) {
    const [x = 0, y = 0] = [path.points[n], path.points[n + 1]];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const rect = { x: left, y: top, width: right - left, height: bottom - top };
  bounds.set(path, rect);
  return rect;
}

function forEachPiece(
  points: readonly number[],
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  for (let n = 0; n + 3 < points.length; n += 2) {
    visit(points[n] ?? 0, points[n + 1] ?? 0, points[n + 2] ?? 0, points[n + 3] ?? 0);
  }
}

function toPiece(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
