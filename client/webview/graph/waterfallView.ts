/** The plan against the slots: which task runs when and where, if every task takes one step. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import type {
  GraphSnapshot,
  GraphTaskView,
  PlannedBarView,
} from '../../../server/src/protocol/graphSnapshot';
import { faceOf } from '../../../server/src/graphview/statusFace';
import { shorten } from '../../../server/src/graphview/textWidth';
import { icon } from './icons';
import { taskOf } from './links';
import { idFont, stepWidth } from './stepWidth';
import { unplannedQuery, unplannedTasks } from './unplannedTasks';
import type { View } from './view';
import { barLabel, barTitle, rowLabel, rowMeaning } from './waterfallWords';

const barHeight = 34;
const rowHeight = 42;
const labelWidth = 92;
const headHeight = 26;

/** A row for each slot with its bars, then the waves, then what is in no wave. */
export function waterfallView(view: View): TemplateResult {
  const { snapshot } = view.drawing;
  const { waterfall, slots } = snapshot;
  const rows = waterfall.reduce(
    (most, { slot }) => Math.max(most, slot + 1),
    Math.max(slots.max, 1),
  );
  const steps = waterfall.reduce((most, { end }) => Math.max(most, end), 1);
  const step = stepWidth(waterfall.map(({ key }) => taskOf(snapshot, key)?.id ?? ''));
  const width = labelWidth + Math.ceil(steps) * step + 20;
  const height = headHeight + rows * rowHeight + 8;
  // Only the next wave: the ones behind it have no slots yet.
  const next = snapshot.waves.findIndex((keys) =>
    keys.some((key) => taskOf(snapshot, key)?.ready === true),
  );
  const open = unplannedTasks(snapshot);
  return html`<div class="waterfall" tabindex="0" aria-label="Waterfall">
    <p class="word">${summary(snapshot, steps)}</p>
    <svg width=${width} height=${height} role="list" aria-label="Planned tasks, slot by slot">
      ${Array.from({ length: Math.ceil(steps) }, (_, n) => column(n, step, height))}
      ${Array.from({ length: rows }, (_, n) => slotRow(n, width, slots.max))}
      ${waterfall.map((bar) => barView(view, bar, step))}
    </svg>
    <h2>Waves</h2>
    <ol class="waves" start="0">
      ${snapshot.waves.map((keys, wave) => waveView(view, keys, wave, wave === next))}
    </ol>
    ${open.length === 0 ? nothing : noWaveView(view, open)}
  </div>`;
}

/** So many are shown here; all of them stand in the table. */
const shownUnplanned = 60;

function noWaveView({ act }: View, open: readonly GraphTaskView[]): TemplateResult {
  const rest = open.length - shownUnplanned;
  return html`<h2>In no wave</h2>
    <p class="word">As things stand, these never become ready:</p>
    <ul class="chips">
      ${open
        .slice(0, shownUnplanned)
        .map(({ key, id, notReady }) => chip(id, notReady.join(' '), () => act.goTo(key)))}
      ${
        rest > 0
          ? chip(`and ${rest} more`, 'Show all of them in the table', () => {
              act.clearFocus();
              act.setQuery(unplannedQuery, false);
              act.setShowsOthers('hide');
              act.setTab('table');
            })
          : nothing
      }
    </ul>`;
}

function chip(words: string, title: string, run: () => void): TemplateResult {
  return html`<li><button class="link" title=${title} @click=${run}>${words}</button></li>`;
}

function summary({ slots, waves, criticalPath }: GraphSnapshot, steps: number): string {
  const end = Number.isInteger(steps) ? steps : steps.toFixed(1);
  return [
    `${slots.max} slot${slots.max === 1 ? '' : 's'}${slots.declared ? '' : ' (by setting)'}`,
    `${waves.length} wave${waves.length === 1 ? '' : 's'}, done after ${end} step${steps === 1 ? '' : 's'} if every task takes one`,
    criticalPath.length > 1 ? `the longest chain has ${criticalPath.length} tasks` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function column(n: number, step: number, height: number): SVGTemplateResult {
  const x = labelWidth + n * step;
  return svg`<line class="grid" x1=${x} y1=${headHeight - 6} x2=${x} y2=${height} /><text class="axis"
    x=${x + 4} y="14">${n === 0 ? 'now' : `step ${n}`}</text>`;
}

function slotRow(n: number, width: number, slots: number): SVGTemplateResult {
  const y = headHeight + n * rowHeight;
  const meaning = rowMeaning(n, slots);
  return svg`<line class="grid" x1="0" y1=${y} x2=${width} y2=${y} /><text class="axis" x="4" y=${y + 25}>${rowLabel(n, slots)}${
    meaning === undefined ? nothing : svg`<title>${meaning}</title>`
  }</text>`;
}

function barView(
  { drawing, state, act }: View,
  bar: PlannedBarView,
  step: number,
): SVGTemplateResult | typeof nothing {
  const task = taskOf(drawing.snapshot, bar.key);
  if (task === undefined) return nothing;
  const { key, id, isCritical } = task;
  const face = faceOf(task);
  const x = labelWidth + bar.start * step + 3;
  const width = Math.max(10, (bar.end - bar.start) * step - 6);
  const classes = `bar face-${face.colour}${isCritical ? ' is-critical' : ''}${key === state.selected ? ' is-selected' : ''}`;
  return svg`<g class=${classes} role="listitem" aria-label=${barLabel(task, bar, drawing.snapshot.slots.max)}
    transform=${`translate(${x} ${headHeight + bar.slot * rowHeight + 4})`}
    @click=${() => {
      act.select(key);
    }} @dblclick=${() => {
      act.open(key, false);
    }}><title>${barTitle(task)}</title><rect
    class="card" width=${width} height=${barHeight} rx="5" /><g class=${face.isFilled ? 'face is-filled' : 'face'}
    transform="translate(7 9)"><path class="outline" d=${face.outline} /><path class="glyph" d=${face.icon} /></g><text
    class="head" x="29" y="21">${shorten(id, idFont, width - 34)}</text></g>`;
}

function waveView(
  { drawing, state, act }: View,
  keys: readonly string[],
  wave: number,
  isNext: boolean,
): TemplateResult {
  const tasks = keys.flatMap((key) => taskOf(drawing.snapshot, key) ?? []);
  const ready = tasks.filter(({ ready: isReady }) => isReady).map(({ key }) => key);
  return html`<li>
    <span class="wave-name">${wave === 0 ? 'Now' : `Wave ${wave}`}</span>
    <ul class="chips">
      ${tasks.map(({ key, id, title }) => chip(id, title, () => act.select(key)))}
    </ul>
    ${
      !isNext
        ? nothing
        : html`<button
            class="primary"
            ?disabled=${!state.isTrusted}
            title=${state.isTrusted ? 'Start a worker for each of them, as far as slots are free' : 'Workers are started in trusted workspaces only'}
            @click=${() => {
              act.spawn(ready);
            }}
          >
            ${icon('run')} Spawn this wave (${ready.length})
          </button>`
    }
  </li>`;
}
