/** The names of the lanes: nearly always of one size, and always in view while a part of their lane is. */
import { svg, type SVGTemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GraphLayout } from '../../../server/src/graphview/graphLayout';
import { titleRoom } from '../../../server/src/graphview/layoutSizes';
import { shorten, textWidth } from '../../../server/src/graphview/textWidth';
import type { Drawing } from './drawing';
import { setAttribute } from './setAttribute';

const height = 22;
/** Below this zoom headings shrink with the picture, but not to less than a part of their size. */
const fullFrom = 0.5;
const smallest = 0.6;
const widest = 420;
/** Size of the font, and how much wider it is for being bold. */
const bold = 12 * 1.1;

/** A heading for each lane that has one; `placeHeadings` says where they stand. */
export function laneHeadings({ layout, visible }: Drawing): SVGTemplateResult {
  const lanes = new Map(visible.lanes.map((lane) => [lane.key, lane]));
  const named = layout.bands.filter(({ title }) => title !== undefined);
  return svg`${repeat(
    named,
    ({ key }) => key,
    ({ key, title = '' }) => {
      const lane = lanes.get(key);
      const count = lane === undefined ? '' : `${lane.done}/${lane.total}`;
      const text = shorten(title, bold, widest);
      const width = 24 + textWidth(text, bold) + 8 + textWidth(count, 12) + 12;
      return svg`<g class="heading" data-lane=${key}><rect width=${width} height=${height} rx="4" /><path
        class="fold" d="M7 13l4-4l4 4" /><text x="24" y="15"><tspan class="title">${text}</tspan><tspan
        class="count" dx="8">${count}</tspan></text></g>`;
    },
  )}`;
}

/** Puts the headings where the camera wants them: at the beginning of the visible part of their lanes. */
export function placeHeadings(
  group: SVGGElement,
  layout: GraphLayout,
  { k, x, y }: { readonly k: number; readonly x: number; readonly y: number },
  width: number,
): void {
  const bands = new Map(layout.bands.map((band) => [band.key, band]));
  // From far away they would cover the tasks below them.
  const scale = Math.max(smallest, Math.min(1, Math.round((k / fullFrom) * 20) / 20));
  for (const heading of group.children) {
    const band = bands.get(heading.getAttribute('data-lane') ?? '');
    if (band === undefined) continue;
    const [left, top] = [band.x * k + x, band.y * k + y];
    const [right, bottom] = [left + band.width * k, top + band.height * k];
    const tall = height * scale;
    const isShown = bottom - top > tall + 4 && right > 40 && left < width;
    setAttribute(heading, 'visibility', isShown ? 'visible' : 'hidden');
    // A small picture has little room above its tasks: the heading moves up to the edge of its lane, or a bit beyond.
    const above = Math.max(top + Math.max(-4, Math.min(4, titleRoom * k - tall - 1)), 4 * scale);
    const at = [Math.max(left, 0) + 6, Math.min(above, bottom - tall - 4)];
    const place = `translate(${at.map(Math.round).join(' ')})`;
    setAttribute(heading, 'transform', scale === 1 ? place : `${place} scale(${scale})`);
  }
}
