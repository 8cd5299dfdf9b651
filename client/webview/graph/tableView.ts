/** The equal twin of the picture: the same tasks as a table, for the keyboard and for screen readers first. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { faceOf } from '../../../server/src/graphview/statusFace';
import { faceIcon } from './faceIcon';
import { columns, tableRows, type Column } from './tableRows';
import type { View } from './view';

/** Rows have one height, so that of thousands only those in view are made. */
const rowHeight = 26;
const surplus = 20;

export interface TableWindow {
  readonly top: number;
  readonly height: number;
}

/** The table; `scroll` is which part of it is looked at, `scrolled` asks to draw another one. */
export function tableView(view: View, scroll: TableWindow, scrolled: () => void): TemplateResult {
  const { state, drawing, act } = view;
  const lanes = new Map(drawing.snapshot.lanes.map(({ key, title }) => [key, title]));
  const rows = rowsOf(view, lanes);
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - surplus);
  const last = Math.min(rows.length, Math.ceil((scroll.top + scroll.height) / rowHeight) + surplus);
  const active = rows.some(({ key }) => key === state.selected) ? state.selected : rows[0]?.key;
  const isDimmed = (key: string): boolean => drawing.answer?.matches.has(key) === false;
  return html`<div
    class="table"
    @scroll=${scrolled}
    @keydown=${(event: KeyboardEvent) => {
      if (press(event, view, rows, active)) event.preventDefault();
    }}
  >
    <table
      role="grid"
      aria-label=${`Tasks of ${drawing.snapshot.queueName}`}
      aria-rowcount=${rows.length + 1}
    >
      <thead>
        <tr role="row" aria-rowindex="1">
          ${columns.map((column) => head(view, column))}
        </tr>
      </thead>
      <tbody>
        ${spacer(first)}
        ${repeat(
          rows.slice(first, last),
          ({ key }) => key,
          (task, n) =>
            row(view, task, lanes.get(task.lane) ?? '', {
              at: first + n + 2,
              isActive: task.key === active,
              isDimmed: isDimmed(task.key),
            }),
        )}
        ${spacer(rows.length - last)}
      </tbody>
    </table>
    ${rows.length === 0 ? html`<p class="word">No task is found.</p>` : nothing}
  </div>`;

  function row(
    _: View,
    task: GraphTaskView,
    lane: string,
    { at, isActive, isDimmed: dimmed }: { at: number; isActive: boolean; isDimmed: boolean },
  ): TemplateResult {
    const face = faceOf(task);
    const isSelected = task.key === state.selected;
    return html`<tr
      role="row"
      class=${`face-${face.colour}${isSelected ? ' is-selected' : ''}${dimmed ? ' is-dimmed' : ''}`}
      aria-rowindex=${at}
      aria-selected=${String(isSelected)}
      tabindex=${isActive ? 0 : -1}
      data-row=${task.key}
      @click=${() => {
        act.select(task.key);
      }}
      @dblclick=${() => {
        act.open(task.key, false);
      }}
      @contextmenu=${(event: MouseEvent) => {
        event.preventDefault();
        act.show({ kind: 'menu', key: task.key, x: event.clientX, y: event.clientY });
      }}
    >
      ${columns.map(
        ({ id, text }) =>
          html`<td
            role="gridcell"
            class=${`column-${id}`}
            title=${id === 'title' ? task.title : ''}
          >
            ${id === 'status' ? faceIcon(face) : nothing}
            ${text(task, lane)}${
              id === 'id' && dimmed ? html`<span class="unseen">, not found</span>` : nothing
            }
          </td>`,
      )}
    </tr>`;
  }
}

/** Rows that are not drawn, as one empty one. */
function spacer(rows: number): TemplateResult | typeof nothing {
  return rows <= 0
    ? nothing
    : html`<tr class="spacer" aria-hidden="true">
        <td colspan=${columns.length}>
          <svg width="1" height=${rows * rowHeight} aria-hidden="true"></svg>
        </td>
      </tr>`;
}

function head({ state, act }: View, { id, title, meaning }: Column): TemplateResult {
  const { column, isDescending } = state.sort;
  const isSorted = column === id;
  const order = isSorted ? (isDescending ? 'descending' : 'ascending') : 'none';
  return html`<th role="columnheader" scope="col" aria-sort=${order} class=${`column-${id}`}>
    <button
      title=${ifDefined(meaning)}
      @click=${() => {
        act.sortBy(id);
      }}
    >
      ${title}<span aria-hidden="true">${isSorted ? (isDescending ? ' ▾' : ' ▴') : ''}</span>
    </button>
  </th>`;
}

interface Known {
  readonly tasks: readonly GraphTaskView[];
  readonly query: unknown;
  readonly sort: unknown;
  readonly visible: unknown;
  readonly rows: readonly GraphTaskView[];
}
let known: Known | undefined;

/** Sorted once for each change of what they depend on, not at every scroll. */
function rowsOf(
  { state, drawing }: View,
  lanes: ReadonlyMap<string, string>,
): readonly GraphTaskView[] {
  const { snapshot, answer, visible } = drawing;
  const { sort } = state;
  const { tasks } = snapshot;
  if (
    known?.tasks === tasks &&
    known.sort === sort &&
    known.visible === visible &&
    known.query === answer
  )
    return known.rows;
  const keep = (key: string): boolean => visible.nodeOf.has(key);
  const rows = tableRows(tasks, lanes, keep, sort);
  known = { tasks, sort, visible, query: answer, rows };
  return rows;
}

/** Up, down and by pages from row to row; Enter opens; the menu by its key. True when the key was meant for the table. */
function press(
  event: KeyboardEvent,
  { act }: View,
  rows: readonly GraphTaskView[],
  active: string | undefined,
): boolean {
  if (event.target instanceof HTMLButtonElement || event.altKey) return false;
  const at = rows.findIndex(({ key }) => key === active);
  const page = 15;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rows.length - 1,
  }[event.key];
  const here = rows[at];
  if (to !== undefined) {
    const next = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (next !== undefined)
      act.goToRow(next.key, Math.min(rows.length - 1, Math.max(0, to)) * rowHeight);
    return true;
  }
  if (here === undefined) return false;
  if (event.key === 'Enter') act.open(here.key, event.ctrlKey || event.metaKey);
  else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
    act.showMenuAt(here.key);
  else if (event.key === '/') act.find();
  else return false;
  return true;
}
