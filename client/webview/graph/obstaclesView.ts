/** Beside the task: why it cannot be seen in the picture, and what brings it back. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { obstaclesTo, type Obstacle } from './obstacles';
import type { View } from './view';

/** Nothing for a task that is seen as it is. */
export function obstaclesView(key: string, view: View): TemplateResult | typeof nothing {
  const obstacles = obstaclesTo(key, view.drawing, view.state);
  if (obstacles.length === 0) return nothing;
  return html`<section class="obstacles" aria-label="Why it is not shown">
    ${obstacles.map((obstacle) => obstacleView(key, obstacle, view))}
  </section>`;
}

function obstacleView(key: string, obstacle: Obstacle, { act }: View): TemplateResult {
  switch (obstacle.kind) {
    case 'filter': {
      const { isHidden, missed } = obstacle;
      const { words, terms, rest } = missed;
      return html`<p><b>${isHidden ? 'Hidden' : 'Dimmed'} by the filter:</b> ${words}.</p>
        ${
          rest === ''
            ? nothing
            : html`<button
                title=${`Leaves ${rest}`}
                @click=${() => {
                  act.uncover(key, { query: rest });
                }}
              >
                Drop ${terms}
              </button>`
        }
        <button
          @click=${() => {
            act.uncover(key, { query: '' });
          }}
        >
          Clear the filter
        </button>`;
    }
    case 'focus':
      return html`<p><b>Outside of the focus:</b> ${obstacle.words}.</p>
        <button
          @click=${() => {
            act.uncover(key, { focus: undefined });
          }}
        >
          Show all
        </button>`;
    case 'fold':
      return html`<p><b>Folded away</b> in ${obstacle.words}.</p>
        <button
          @click=${() => {
            act.uncover(key, {});
          }}
        >
          Unfold
        </button>`;
  }
}
