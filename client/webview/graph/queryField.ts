/** The field that finds tasks: completion while typing, and what becomes of the others. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { icon } from './icons';
import type { WrittenCompletion } from '../../../server/src/core/query/writtenCompletions';
import { completionsOf } from './queryAnswer';
import type { View } from './view';

/** The field with its list of completions while that is open. */
export function queryField(view: View): TemplateResult {
  const { state, drawing, act } = view;
  const { query, completion, showsOthers } = state;
  const { answer } = drawing;
  const offers = completion.isOpen
    ? completionsOf(query, field()?.selectionStart ?? query.length, drawing.snapshot)
    : [];
  const chosen = Math.min(completion.chosen, offers.length - 1);
  const found = answer?.matches.size;
  const isWrong = answer?.isWrong === true;
  return html`<div class="find" role="search">
    <div class=${isWrong ? 'field is-wrong' : 'field'}>
      <input
        id="query"
        type="text"
        placeholder="Find: status:ready model:opus words"
        aria-label="Find tasks"
        spellcheck="false"
        autocomplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-controls="query-offers"
        aria-expanded=${String(offers.length > 0)}
        aria-describedby="query-meaning"
        aria-activedescendant=${offers.length > 0 ? `offer-${chosen}` : ''}
        .value=${live(query)}
        @keydown=${(event: KeyboardEvent) => {
          if (press(event.key, view, offers, chosen)) event.preventDefault();
        }}
        @input=${() => {
          act.setQuery(field()?.value ?? '', true);
        }}
        @blur=${act.closeCompletion}
      />
      <span class="count" role="status"
        >${found === undefined ? nothing : `${found} of ${drawing.snapshot.tasks.length}`}</span
      >
      ${
        query === ''
          ? nothing
          : html`<button
              class="tool"
              aria-label="Clear the query"
              title="Clear (Esc)"
              @click=${act.clearQuery}
            >
              ${icon('close')}
            </button>`
      }
    </div>
    ${
      query === ''
        ? nothing
        : html`<button
            class="words"
            aria-pressed=${String(showsOthers === 'hide')}
            title="What is not found is dimmed, or hidden"
            @click=${() => {
              act.setShowsOthers(showsOthers === 'dim' ? 'hide' : 'dim');
            }}
          >
            Hide others
          </button>`
    }
    <div
      class="offers"
      id="query-offers"
      role="listbox"
      aria-label="Completions"
      ?hidden=${offers.length === 0}
    >
      ${offers.map(
        ({ label, detail }, n) =>
          html`<div
            role="option"
            id=${`offer-${n}`}
            aria-selected=${String(n === chosen)}
            @mousedown=${(event: Event) => {
              event.preventDefault();
              take(offers[n], view);
            }}
          >
            <b>${label}</b><span>${detail}</span>
          </div>`,
      )}
    </div>
  </div>`;
}

function field(): HTMLInputElement | null {
  return document.querySelector('#query');
}

/** Does what a key in the field means; false leaves it to the field. */
function press(
  key: string,
  view: View,
  offers: readonly WrittenCompletion[],
  chosen: number,
): boolean {
  const { state, drawing, act } = view;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) {
    if (offers.length === 0) act.setQuery(state.query, true);
    else act.choose((chosen + step + offers.length) % offers.length);
    return true;
  }
  if (key === 'Tab' && offers.length > 0) {
    take(offers[chosen], view);
    return true;
  }
  if (key === 'Escape') {
    if (offers.length > 0) act.closeCompletion();
    else if (state.query !== '') act.clearQuery();
    else act.leaveQuery();
    return true;
  }
  if (key !== 'Enter') return false;
  const [first] = drawing.answer?.matches ?? [];
  act.closeCompletion();
  if (first !== undefined) act.goTo(first);
  act.leaveQuery();
  return true;
}

function take(offer: WrittenCompletion | undefined, { state, act }: View): void {
  const input = field();
  if (offer === undefined || input === null) return;
  const text = `${state.query.slice(0, offer.start)}${offer.insert}${state.query.slice(offer.end)}`;
  const caret = offer.start + offer.insert.length;
  input.value = text;
  input.setSelectionRange(caret, caret);
  act.setQuery(text, !offer.insert.endsWith(' '));
}
