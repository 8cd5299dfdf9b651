/** The keys and what the marks mean; docs/graph.md says the same at more length. */
import { html, type TemplateResult } from 'lit/html.js';
import { statusFaces } from '../../../server/src/graphview/statusFace';
import { faceIcon } from './faceIcon';

const keys: readonly (readonly [string, string])[] = [
  ['← →', 'along dependencies'],
  ['↑ ↓', 'within the column'],
  ['Home End', 'first, last task'],
  ['Enter, o', 'open the text'],
  ['Ctrl+Enter', 'open to the side'],
  ['/', 'find'],
  ['n', 'next that needs you'],
  ['f', 'fold or unfold'],
  ['x', 'focus: 2 up, 2 down'],
  ['c  w', 'critical path, waves'],
  ['t', 'tidy'],
  ['+ − 0 z', 'zoom in, out, fit, to the task'],
  ['Shift+F10', 'menu of the task'],
  ['e', 'set status'],
  ['d', 'add dependency'],
  ['Delete', 'delete the selected line'],
  ['a', 'add task after'],
  ['m', 'move to phase'],
  ['s', 'spawn a worker'],
  ['Esc', 'one level back'],
];

const lines: readonly (readonly [string, string])[] = [
  ['met', 'met'],
  ['soft', 'finished, not validated'],
  ['unmet', 'still waited for'],
  ['kind-phase unmet', 'a whole phase'],
  ['kind-parent', 'part of a manager'],
  ['is-cycle', 'in a cycle'],
  ['is-critical', 'on the critical path'],
];

/** The same for every graph. */
export function helpView(): TemplateResult {
  return html`<div class="help" tabindex="0">
    <dl>
      ${keys.map(
        ([key, what]) =>
          html`<dt><kbd>${key}</kbd></dt>
            <dd>${what}</dd>`,
      )}
    </dl>
    <div>
      <ul class="legend">
        ${Object.values(statusFaces).map((face) => html`<li>${faceIcon(face)} ${face.text}</li>`)}
      </ul>
      <ul class="legend">
        ${lines.map(
          ([name, what]) =>
            html`<li>
              <svg class="sample" viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
                <path class=${`edge ${name}`} d="M1 5H33" />
              </svg>
              ${what}
            </li>`,
        )}
      </ul>
    </div>
    <p class="word">
      The wheel scrolls, with Ctrl it zooms; dragging moves the picture. Drag from the dot at the
      right of a task to another one: that one will wait for it. Click a line to select it.
    </p>
  </div>`;
}
