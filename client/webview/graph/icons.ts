/** Our own small pictures for buttons: lines in a box of 16 by 16. */
import { svg, type SVGTemplateResult } from 'lit/html.js';

const paths = {
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  fold: 'M3 3h10M3 13h10M5.5 7.5L8 5l2.5 2.5M5.5 8.5L8 11l2.5-2.5',
  unfold: 'M3 8h10M5.5 5L8 2.5L10.5 5M5.5 11L8 13.5L10.5 11',
  critical: 'M2 12h3l3-8h3l3 4',
  waves: 'M2 4h12M2 8h8M2 12h5',
  next: 'M8 2.5v5M8 10.2v.3M3 13.5h10M10.5 11l2.5 2.5L10.5 16',
  tidy: 'M2 3h4v3H2zM10 3h4v3h-4zM10 10h4v3h-4zM6 4.5h4M8 4.5v7h2',
  export: 'M8 2v8M5 7l3 3l3-3M2.5 11v3h11v-3',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.6 8 9 8 10M8 12.5v.4',
  close: 'M4 4l8 8M12 4l-8 8',
  open: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5',
  focus: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5M8 1v3M8 12v3M1 8h3M12 8h3',
  run: 'M4.5 3L12.5 8L4.5 13Z',
  link: 'M3 11a2 2 0 1 1 0-.1M13 5a2 2 0 1 1 0-.1M5 10.5l6-5',
  add: 'M8 3v10M3 8h10',
  move: 'M3 4h10M3 12h10M8 5.5v5M6 8.5l2 2l2-2',
  status: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12M5.5 8.2L7.3 10L10.8 6.2',
  up: 'M4 10l4-4l4 4',
  down: 'M4 6l4 4l4-4',
  left: 'M10 4l-4 4l4 4',
  right: 'M6 4l4 4l-4 4',
  cut: 'M4 11.5a1.5 1.5 0 1 1 0 .1M4 4.5a1.5 1.5 0 1 1 0 .1M5.3 5.5L13 11.5M5.3 10.7L13 4.5',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words or with a label of its own: assistive technology does not see it. */
export function icon(name: IconName): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}
