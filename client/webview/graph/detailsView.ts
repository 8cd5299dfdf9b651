/** What is known of the selected task, beside the picture, with everything that can be done to it. */
import { ifDefined } from 'lit/directives/if-defined.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { faceOf } from '../../../server/src/graphview/statusFace';
import { faceIcon } from './faceIcon';
import { icon, type IconName } from './icons';
import { blocks, taskOf, waitsFor, type Link } from './links';
import { obstaclesView } from './obstaclesView';
import { planMeanings } from './planMeanings';
import type { View } from './view';

/** The panel; nothing while no task is selected. */
export function detailsView(view: View): TemplateResult | typeof nothing {
  const { drawing, state, act } = view;
  const task = taskOf(drawing.snapshot, state.selected);
  if (task === undefined) return nothing;
  const { key, title, id } = task;
  const face = faceOf(task);
  return html`<aside class="details" aria-label=${`Task ${id}`}>
    <div class="name">
      <h2>${id}</h2>
      <button class="tool" title="Close" aria-label="Close the details" @click=${act.deselect}>
        ${icon('close')}
      </button>
    </div>
    ${title === '' ? nothing : html`<p class="title">${title}</p>`}
    <p class=${`state face-${face.colour}`}>
      ${faceIcon(face)} ${face.text}${task.isManager ? ' (manager)' : ''}
    </p>
    ${obstaclesView(key, view)} ${task.notReady.map((why) => html`<p class="why">${why}</p>`)}
    ${[task.noLifeSign, task.live?.needsYou, task.drift].map((why) => (why === undefined ? nothing : html`<p class="why is-trouble">${why}</p>`))}
    ${facts(task)}
    <div class="buttons">
      ${action('open', 'Open', 'o', () => {
        act.open(key, false);
      })}
      ${action('focus', 'Focus', 'x', () => {
        act.focusOn(key);
      })}
      ${task.isForeign ? nothing : steering(view, task)}
    </div>
    ${links('Waits for', waitsFor(drawing.snapshot, key), view, (link) => ({ from: key, to: link.key }))}
    ${links('Blocks', blocks(drawing.snapshot, key), view, (link) => ({ from: link.key, to: key }))}
  </aside>`;
}

function steering({ act, state }: View, { key, ready, id }: GraphTaskView): TemplateResult {
  const spawnTitle = state.isTrusted
    ? 'Spawn a worker'
    : 'Workers are started in trusted workspaces only';
  return html`${action('status', 'Status…', 'e', () => {
    act.show({ kind: 'setStatus', key });
  })}
  ${action('link', 'Add dependency…', 'd', () => {
    act.show({ kind: 'addDependency', key, filter: '', at: 0 });
  })}
  ${action('add', 'Add task after…', 'a', () => {
    act.show({ kind: 'addTask', key });
  })}
  ${action('move', 'Move to phase…', 'm', () => {
    act.show({ kind: 'moveToLane', key });
  })}
  ${
    ready
      ? html`<button
          class="primary"
          ?disabled=${!state.isTrusted}
          title=${`${spawnTitle} (s)`}
          aria-label=${`Spawn a worker for ${id}`}
          @click=${() => {
            act.spawn([key]);
          }}
        >
          ${icon('run')} Spawn
        </button>`
      : nothing
  }`;
}

function action(name: IconName, label: string, key: string, run: () => void): TemplateResult {
  return html`<button title=${`${label} (${key})`} @click=${run}>${icon(name)} ${label}</button>`;
}

function facts(task: GraphTaskView): TemplateResult {
  const rows: readonly (readonly [
    name: string,
    value: string | number | undefined,
    meaning?: string,
  ])[] = [
    ['Model', task.model],
    ['Priority', task.priority],
    ['Worker', task.worker],
    ['State of the worker', task.live?.word],
    [
      'Last sign of life',
      task.lastSignMinutes === 0
        ? 'just now'
        : task.lastSignMinutes && `${task.lastSignMinutes} min ago`,
    ],
    ['Wave', task.wave === 0 ? 'now' : task.wave, planMeanings.wave],
    ['Slack', task.isCritical ? 'none: on the critical path' : task.slack, planMeanings.slack],
    ['Errors', task.errors === 0 ? undefined : task.errors],
    ['Warnings', task.warnings === 0 ? undefined : task.warnings],
  ];
  return html`<dl>
    ${rows.map(([name, value, meaning]) =>
      value === undefined
        ? nothing
        : html`<dt title=${ifDefined(meaning)}>${name}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;
}

const shownLinks = 30;

function links(
  title: string,
  all: readonly Link[],
  { act }: View,
  endsOf: (link: Link) => { readonly from: string; readonly to: string },
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const rest = all.length - shownLinks;
  return html`<h3>${title} ${all.length}</h3>
    <ul>
      ${all.slice(0, shownLinks).map((link) => {
        const face = link.task && faceOf(link.task);
        const canRemove = link.edge.kind === 'dependency' || link.task === undefined;
        return html`<li>
          ${face === undefined ? nothing : faceIcon(face)}
          <button
            class="link"
            title=${link.task?.title ?? ''}
            @click=${() => {
              act.goTo(link.key);
            }}
          >
            ${link.label}
          </button>
          <span class="word">${face?.text ?? 'phase'}</span>
          ${
            canRemove
              ? html`<button
                  class="tool"
                  title="Remove this dependency"
                  aria-label=${`Remove the dependency: ${title.toLowerCase()} ${link.label}`}
                  @click=${() => {
                    act.edit({ kind: 'removeDependency', ...endsOf(link) });
                  }}
                >
                  ${icon('close')}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
    ${rest > 0 ? html`<p class="word">and ${rest} more</p>` : nothing}`;
}
