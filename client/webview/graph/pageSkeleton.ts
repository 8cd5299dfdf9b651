/** The page's frame: made once; every part of it is then drawn by itself. */
import { html, render, type TemplateResult } from 'lit/html.js';

const partNames = [
  'head',
  'notices',
  'history',
  'side',
  'over',
  'table',
  'waterfall',
  'wait',
] as const;

export interface PageParts extends Readonly<Record<(typeof partNames)[number], HTMLElement>> {
  readonly stage: HTMLElement;
  readonly live: HTMLElement;
  readonly scene: SVGSVGElement;
  readonly minimap: SVGSVGElement;
}

/** Fills `root`. Throws when the frame lacks a part, which is a mistake of ours. */
export function pageSkeleton(root: HTMLElement): PageParts {
  render(skeleton, root);
  const find = <Kind extends Element>(selector: string): Kind => {
    const found = root.querySelector<Kind>(selector);
    if (found === null) throw new Error(`The page has no ${selector}.`);
    return found;
  };
  const part = (name: string): HTMLElement => find(`[data-part="${name}"]`);
  const entries = partNames.map((name) => [name, part(name)] as const);
  return {
    ...(Object.fromEntries(entries) as Record<(typeof partNames)[number], HTMLElement>),
    stage: part('stage'),
    live: part('live'),
    scene: find('.scene'),
    minimap: find('.minimap'),
  };
}

const skeleton: TemplateResult = html`
  <div class="page">
    <div data-part="head"></div>
    <div data-part="notices"></div>
    <p class="wait" data-part="wait" role="status"></p>
    <main>
      <div class="panels">
        <div id="panel-history" role="tabpanel" aria-labelledby="tab-history" hidden>
          <div data-part="history"></div>
        </div>
        <div
          id="panel-graph"
          class="stage"
          role="tabpanel"
          aria-labelledby="tab-graph"
          data-part="stage"
        >
          <svg class="scene" tabindex="0" role="tree"></svg>
          <svg class="minimap" width="184" height="116" aria-hidden="true"></svg>
        </div>
        <div
          id="panel-table"
          role="tabpanel"
          aria-labelledby="tab-table"
          data-part="table"
          hidden
        ></div>
        <div
          id="panel-waterfall"
          role="tabpanel"
          aria-labelledby="tab-waterfall"
          data-part="waterfall"
          hidden
        ></div>
      </div>
      <div data-part="side"></div>
    </main>
    <div data-part="over"></div>
    <div class="live" data-part="live" aria-live="polite"></div>
  </div>
`;
