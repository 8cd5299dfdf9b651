/** What must be known about the picture: out of date, hidden, in a cycle, refused; with the way out where there is one. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon } from './icons';
import { taskOf } from './links';
import { answerToQuery, standingNotShown } from './notShownView';
import type { View } from './view';

/** All notices that the state calls for; an empty section when there is nothing to say. */
export function noticesView(view: View): TemplateResult {
  const { state, drawing } = view;
  const isPresent = state.tab !== 'history';
  return html`<section class="notices" aria-label="Notices">
    ${state.isStale ? html`<p class="notice is-trouble">Out of date: the language server does not answer.</p>` : nothing}
    ${notice(view)}
    ${isPresent ? html`${answerToQuery(view)} ${focusChip(view)} ${standingNotShown(view)} ${cycles(view)}` : nothing}
    ${edgeChip(view)}
    ${drawing.snapshot.tasks.length === 0 ? html`<p class="notice">This queue has no tasks.</p>` : nothing}
  </section>`;
}

function notice({ state, act }: View): TemplateResult | typeof nothing {
  if (state.notice === undefined) return nothing;
  return html`<p class="notice is-news">
    <span>${state.notice}</span
    ><button class="tool" aria-label="Dismiss" title="Dismiss (Esc)" @click=${act.dismiss}>
      ${icon('close')}
    </button>
  </p>`;
}

function focusChip({ state, drawing, act }: View): TemplateResult | typeof nothing {
  const { focus } = state;
  const task = taskOf(drawing.snapshot, focus?.key);
  if (focus === undefined || task === undefined) return nothing;
  const { up, down } = focus;
  const stepper = (name: string, value: number, set: (value: number) => void): TemplateResult =>
    html`<span class="stepper" role="group" aria-label=${`${name}: ${value}`}>
      <button
        class="tool"
        aria-label=${`One less ${name}`}
        ?disabled=${value === 0}
        @click=${() => {
          set(value - 1);
        }}
      >
        −</button
      >${value} ${name}<button
        class="tool"
        aria-label=${`One more ${name}`}
        @click=${() => {
          set(value + 1);
        }}
      >
        +
      </button></span
    >`;
  return html`<p class="notice">
    <span>Focus on <b>${task.id}</b></span>
    ${stepper('up', up, (value) => {
      act.changeFocus(value, down);
    })}
    ${stepper('down', down, (value) => {
      act.changeFocus(up, value);
    })}
    <button @click=${act.clearFocus}>Show all</button>
  </p>`;
}

const shownCycles = 2;

function cycles({ drawing, act }: View): TemplateResult | typeof nothing {
  const { snapshot } = drawing;
  const all = snapshot.cycles;
  const name = (key: string): string => taskOf(snapshot, key)?.id ?? key;
  return html`${all.slice(0, shownCycles).map(({ ring, cut }) => {
    const shown = ring.length > 5 ? [...ring.slice(0, 4), '…'] : ring;
    const [first] = ring;
    return html`<p class="notice is-trouble">
      <span
        >Cycle of ${ring.length}:
        ${[...shown, first ?? ''].map((key) => (key === '…' ? key : name(key))).join(' → ')}</span
      >
      <button
        @click=${() => {
          act.goTo(cut.from);
        }}
      >
        Show
      </button>
      <button
        title=${`The cheapest cut: ${name(cut.from)} no longer waits for ${name(cut.to)}`}
        @click=${() => {
          act.edit({ kind: 'removeDependency', ...cut });
        }}
      >
        ${icon('cut')} Cut ${name(cut.from)} → ${name(cut.to)}
      </button>
    </p>`;
  })}${all.length > shownCycles ? html`<p class="notice is-trouble">and ${all.length - shownCycles} more cycles</p>` : nothing}`;
}

/** What the selected line means, and its end. */
function edgeChip({ state, drawing, act }: View): TemplateResult | typeof nothing {
  const edge = drawing.visible.edges.find(({ key }) => key === state.selectedEdge);
  if (edge === undefined || state.tab !== 'graph') return nothing;
  const name = (key: string): string =>
    taskOf(drawing.snapshot, key)?.id ??
    drawing.snapshot.lanes.find((lane) => lane.key === key)?.title ??
    key;
  const { from, to, kind, count, fulfilment } = edge;
  const words = kind === 'parent' ? 'is a part of' : 'waits for';
  const canDelete =
    kind === 'dependency' && count === 1 && taskOf(drawing.snapshot, from) !== undefined;
  const state_ = { met: 'met', soft: 'finished, not validated', unmet: 'not met' }[fulfilment];
  return html`<p class="notice is-edge">
    <span
      ><b>${name(from)}</b> ${words} <b>${name(to)}</b>${
        kind === 'parent' ? '' : ` · ${state_}`
      }${count > 1 ? ` · ${count} dependencies` : ''}</span
    >
    <button
      @click=${() => {
        act.goTo(to);
      }}
    >
      Go to ${name(to)}
    </button>
    ${
      canDelete
        ? html`<button
            @click=${() => {
              act.edit({ kind: 'removeDependency', from, to });
            }}
          >
            Delete
          </button>`
        : nothing
    }
  </p>`;
}
