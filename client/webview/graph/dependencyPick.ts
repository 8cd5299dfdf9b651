/** Choosing what a task shall wait for, by keyboard as well as by mouse. Tasks that would close a cycle come last and say so. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import { faceOf } from '../../../server/src/graphview/statusFace';
import { faceIcon } from './faceIcon';
import { focusSet } from './focusSet';
import { waitsFor } from './links';
import type { Overlay } from './pageState';
import type { View } from './view';

type Pick = Extract<Overlay, { kind: 'addDependency' }>;

/** So many rows fit on the sheet; typing narrows them down. */
const shown = 12;

/** The field, and below it the first tasks that fit what is typed; Enter or a click takes one. */
export function dependencyPick(
  { drawing, act }: View,
  task: GraphTaskView,
  pick: Pick,
): TemplateResult {
  const { found, below } = candidates(drawing.snapshot, task, pick.filter);
  const offers = found.slice(0, shown);
  const at = Math.min(pick.at, offers.length - 1);
  const take = (other: GraphTaskView | undefined): void => {
    if (other !== undefined) act.edit({ kind: 'addDependency', from: task.key, to: other.key });
  };
  const keydown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && offers.length > 0)
      act.show({ ...pick, at: (at + step + offers.length) % offers.length });
    else if (event.key === 'Enter') take(offers[at]);
    else return;
    event.preventDefault();
  };
  return html`<input
      type="text"
      class="pick"
      aria-label="Which task"
      placeholder="Id or title"
      role="combobox"
      aria-expanded="true"
      aria-controls="dependency-offers"
      aria-activedescendant=${offers.length > 0 ? `dependency-${at}` : ''}
      autocomplete="off"
      spellcheck="false"
      .value=${live(pick.filter)}
      @keydown=${keydown}
      @input=${(event: Event) => {
        act.show({ ...pick, at: 0, filter: (event.target as HTMLInputElement).value });
      }}
    />
    <div class="menu" id="dependency-offers" role="listbox" aria-label="Tasks">
      ${offers.map(
        (each, n) =>
          html`<div
            role="option"
            id=${`dependency-${n}`}
            aria-selected=${String(n === at)}
            @click=${() => {
              take(each);
            }}
          >
            <span class="sign">${faceIcon(faceOf(each))}</span><span class="label">${each.id}</span>
            <span class="word">${below.has(each.key) ? 'would close a cycle' : each.title}</span>
          </div>`,
      )}
    </div>
    ${found.length > shown ? html`<p class="word">and ${found.length - shown} more: type a part of the id</p>` : nothing}
    ${found.length === 0 ? html`<p class="word">No other task has these words.</p>` : nothing}`;
}

/** Tasks that it does not wait for yet and that have the words of `filter`, the closest first; `below` are those that wait for it. */
function candidates(
  snapshot: GraphSnapshot,
  task: GraphTaskView,
  filter: string,
): { readonly found: readonly GraphTaskView[]; readonly below: ReadonlySet<string> } {
  const already = new Set([task.key, ...waitsFor(snapshot, task.key).map(({ key }) => key)]);
  const below = focusSet(snapshot, { key: task.key, up: 0, down: Infinity }) ?? new Set<string>();
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = ({ id, title }: GraphTaskView): boolean =>
    words.every((word) => `${id} ${title}`.toLowerCase().includes(word));
  const closeness = (each: GraphTaskView): number =>
    (below.has(each.key) ? 2 : 0) + (each.lane === task.lane ? 0 : 1);
  const found = snapshot.tasks
    .filter((each) => !already.has(each.key) && fits(each))
    .sort((a, b) => closeness(a) - closeness(b));
  return { found, below };
}
