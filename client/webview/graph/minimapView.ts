/** The whole picture, small, with the part that is looked at; pressing it goes there. */
import { svg, type SVGTemplateResult } from 'lit/html.js';
import type { FaceColour } from '../../../server/src/graphview/statusFace';
import type { Rect } from './rect';
import type { Drawing } from './drawing';

const most = { width: 160, height: 104 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of the minimap for each of the picture. */
export function minimapScale({ width, height }: Size): number {
  return Math.min(most.width / Math.max(1, width), most.height / Math.max(1, height));
}

/** Bands and nodes; one path for each colour, so that ten thousand nodes are a handful of elements. */
export function minimapView({ layout, nodes }: Drawing): SVGTemplateResult {
  const scale = minimapScale(layout);
  const paths = new Map<FaceColour, string[]>();
  for (const { node, box } of nodes.values()) {
    const part = `M${round(box.x * scale)} ${round(box.y * scale)}h${round(Math.max(1.5, box.width * scale))}v${round(Math.max(1.2, box.height * scale))}h${-round(Math.max(1.5, box.width * scale))}z`;
    const known = paths.get(node.face.colour);
    if (known === undefined) paths.set(node.face.colour, [part]);
    else known.push(part);
  }
  return svg`${layout.bands.map(
    ({ x, y, width, height }) => svg`<rect class="band" x=${round(x * scale)} y=${round(y * scale)}
    width=${round(width * scale)} height=${round(height * scale)} />`,
  )}${[...paths].map(
    ([colour, parts]) => svg`<path class=${`mini face-${colour}`} d=${parts.join('')} />`,
  )}`;
}

/** The frame around what is looked at, in pixels of the minimap. */
export function minimapFrame(view: Rect, layout: Size): Rect {
  const scale = minimapScale(layout);
  const left = Math.max(0, view.x * scale);
  const top = Math.max(0, view.y * scale);
  const right = Math.min(layout.width * scale, (view.x + view.width) * scale);
  const bottom = Math.min(layout.height * scale, (view.y + view.height) * scale);
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
