/** The shape of a status, outside of the scene: in lists, tables and bars. */
import { svg, type SVGTemplateResult } from 'lit/html.js';
import type { StatusFace } from '../../../server/src/graphview/statusFace';

/** Decoration only: the word for the status stands beside it. */
export function faceIcon({ outline, icon, isFilled, colour }: StatusFace): SVGTemplateResult {
  const classes = `face-icon face-${colour}${isFilled ? ' is-filled' : ''}`;
  return svg`<svg class=${classes} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path
    class="outline" d=${outline} /><path class="glyph" d=${icon} /></svg>`;
}
