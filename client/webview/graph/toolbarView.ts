/** The bar above everything: tabs, queue, query, and what can be done to the picture. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { icon, type IconName } from './icons';
import { tabs, type Tab } from './pageState';
import { queryField } from './queryField';
import type { View } from './view';

const tabNames: Readonly<Record<Tab, string>> = {
  graph: 'Graph',
  table: 'Table',
  waterfall: 'Waterfall',
  history: 'History',
};

/** The bar; which of its buttons there are depends on the tab. */
export function toolbarView(view: View): TemplateResult {
  const { tab } = view.state;
  return html`<header class="bar">
    <h1 class="unseen">Dependency graph</h1>
    <div
      class="tabs"
      role="tablist"
      aria-label="Views"
      @keydown=${(event: KeyboardEvent) => {
        stepTabs(event, view);
      }}
    >
      ${tabs.map(
        (each) =>
          html`<button
            role="tab"
            id=${`tab-${each}`}
            aria-selected=${String(each === tab)}
            aria-controls=${`panel-${each}`}
            tabindex=${each === tab ? 0 : -1}
            @click=${() => {
              view.act.setTab(each);
            }}
          >
            ${tabNames[each]}
          </button>`,
      )}
    </div>
    ${queueChoice(view)} ${tab === 'history' ? nothing : queryField(view)}
    ${tab === 'graph' || tab === 'history' ? pictureTools(view) : nothing}
    <div class="tools" role="group" aria-label="Export and help">
      ${button('export', 'Export the graph', () => {
        view.act.show({ kind: 'exports' });
      })}
      ${button(
        'help',
        'Keys and marks',
        () => {
          view.act.show({ kind: 'help' });
        },
        '?',
      )}
    </div>
  </header>`;
}

function queueChoice({ state, drawing, act }: View): TemplateResult | typeof nothing {
  if (state.queues.length < 2) return nothing;
  const here = drawing.snapshot.queueUri;
  return html`<select
    class="queue"
    aria-label="Queue"
    .value=${live(here)}
    @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      act.showQueue(select.value);
      select.value = here;
    }}
  >
    ${state.queues.map(({ uri, name }) => html`<option value=${uri} ?selected=${uri === here}>${name}</option>`)}
  </select>`;
}

function pictureTools({ state, drawing, act }: View): TemplateResult {
  const { showsCriticalPath, showsWaves, tidy } = state;
  const isFolded = drawing.folded.size > 0;
  const tidied = drawing.isTidy ? 'Back to the lanes' : 'Tidy: fewer crossings';
  return html`<div class="tools" role="group" aria-label="Picture">
    ${button(
      'zoomOut',
      'Zoom out',
      () => {
        act.zoom('out');
      },
      '-',
    )}
    ${button(
      'zoomIn',
      'Zoom in',
      () => {
        act.zoom('in');
      },
      '+',
    )}
    ${button(
      'fit',
      'Fit the picture',
      () => {
        act.zoom('fit');
      },
      '0',
    )}
    <span class="gap"></span>
    ${isFolded ? button('unfold', 'Unfold all', act.unfoldAll) : button('fold', 'Fold all phases', act.foldAll)}
    ${toggle('critical', 'Critical path', showsCriticalPath, act.toggleCriticalPath, 'c')}
    ${toggle('waves', 'Waves', showsWaves, act.toggleWaves, 'w')}
    ${toggle('tidy', tidy === 'working' ? 'Tidying…' : tidied, drawing.isTidy, act.tidy, 't')}
    ${button('next', 'Next that needs you', act.nextNeedingYou, 'n')}
  </div>`;
}

function button(name: IconName, label: string, run: () => void, key?: string): TemplateResult {
  const title = key === undefined ? label : `${label} (${key})`;
  return html`<button class="tool" title=${title} aria-label=${label} @click=${run}>
    ${icon(name)}
  </button>`;
}

function toggle(
  name: IconName,
  label: string,
  isOn: boolean,
  run: () => void,
  key: string,
): TemplateResult {
  return html`<button
    class="tool"
    title=${`${label} (${key})`}
    aria-label=${label}
    aria-pressed=${String(isOn)}
    @click=${run}
  >
    ${icon(name)}
  </button>`;
}

/** Left and right go from tab to tab, as everywhere. */
function stepTabs(event: KeyboardEvent, { state, act }: View): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const next = tabs.at((tabs.indexOf(state.tab) + step) % tabs.length) ?? 'graph';
  act.setTab(next);
  document.getElementById(`tab-${next}`)?.focus();
  event.preventDefault();
}
