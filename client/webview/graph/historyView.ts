/** The bar of the history: through the commits of the queue, and what each did to its tasks. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { NodeMark } from './nodeView';
import { icon } from './icons';
import type { PageState } from './pageState';
import type { View } from './view';

/** Slider, date, subject and changes; words instead while there are no commits. */
export function historyView({ state, act }: View): TemplateResult {
  const { commits, commitsNote, commit, past } = state;
  if (commits === undefined)
    return html`<div class="history"><p class="word">Reading the history…</p></div>`;
  if (commits.length === 0)
    return html`<div class="history">
      <p class="word">${commitsNote ?? 'No commit holds this queue.'}</p>
    </div>`;
  const at = Math.max(
    0,
    commits.findIndex((each) => each.commit === commit),
  );
  const here = commits[at];
  const go = (n: number): void => {
    const next = commits[Math.min(commits.length - 1, Math.max(0, n))];
    if (next !== undefined) act.goToCommit(next.commit);
  };
  const time =
    here === undefined
      ? ''
      : new Date(here.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return html`<div class="history">
    <div class="slider">
      <button
        class="tool"
        title="Earlier"
        aria-label="Earlier commit"
        ?disabled=${at === 0}
        @click=${() => {
          go(at - 1);
        }}
      >
        ${icon('left')}
      </button>
      <input
        type="range"
        min="0"
        max=${commits.length - 1}
        .value=${live(String(at))}
        aria-label="Commit"
        aria-valuetext=${`${time}, ${here?.subject ?? ''}`}
        @input=${(event: Event) => {
          go(Number((event.target as HTMLInputElement).value));
        }}
      />
      <button
        class="tool"
        title="Later"
        aria-label="Later commit"
        ?disabled=${at === commits.length - 1}
        @click=${() => {
          go(at + 1);
        }}
      >
        ${icon('right')}
      </button>
      <span class="when">${at + 1}/${commits.length} · ${time}</span>
      <code>${here?.commit.slice(0, 8) ?? ''}</code>
      <span class="subject">${here?.subject ?? ''}</span>
    </div>
    ${commitsNote === undefined ? nothing : html`<p class="word">${commitsNote}</p>`}
    ${past === undefined || past.commit !== commit ? html`<p class="word">Reading…</p>` : changes(past)}
  </div>`;
}

function changes({ change, snapshot }: NonNullable<PageState['past']>): TemplateResult {
  const ids = new Map(snapshot.tasks.map(({ key, id }) => [key, id]));
  const parts = [
    ['added', change.added],
    ['done', change.done],
    ['reopened', change.reopened],
    ['lost', change.lost],
  ] as const;
  if (parts.every(([, keys]) => keys.length === 0))
    return html`<p class="word">This commit changed no task's place in the plan.</p>`;
  return html`<ul class="changes">
    ${parts.map(([name, keys]) =>
      keys.length === 0
        ? nothing
        : html`<li class=${`change-${name}`}>
            <b>${keys.length} ${name}</b> ${keys
              .slice(0, 12)
              .map((key) => ids.get(key) ?? key)
              .join(', ')}${keys.length > 12 ? ` and ${keys.length - 12} more` : ''}
          </li>`,
    )}
  </ul>`;
}

/** The marks of a past graph's nodes; a folded phase has none. */
export function marksOf({ change }: NonNullable<PageState['past']>): ReadonlyMap<string, NodeMark> {
  return new Map([
    ...change.added.map((key) => [key, 'added'] as const),
    ...change.done.map((key) => [key, 'done'] as const),
    ...change.reopened.map((key) => [key, 'reopened'] as const),
  ]);
}
