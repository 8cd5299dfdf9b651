/** What the query means, how many tasks are not shown and why: what each of its terms keeps away, and a query that finds more. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { missedByTerm, type MissedByTerm } from './missedTasks';
import type { View } from './view';

/** Unfolding more than that helps nobody. */
const unfoldLimit = 3000;

/** What comes of every keystroke in the query: its meaning, and why it finds nothing. Nothing without a query. */
export function answerToQuery(view: View): TemplateResult | typeof nothing {
  if (view.drawing.answer === undefined) return nothing;
  return html`<div class="answer">
    ${meaning(view)} ${findsNothing(view) ? notShown(view) : nothing}
  </div>`;
}

/** The same for what stays as it is while somebody types; nothing while everything is shown. */
export function standingNotShown(view: View): TemplateResult | typeof nothing {
  return view.drawing.answer !== undefined && findsNothing(view) ? nothing : notShown(view);
}

function findsNothing({ drawing }: View): boolean {
  const { matched, tasks } = drawing.visible.counts;
  return matched === 0 && tasks > 0;
}

/** The field says that this describes it. */
function meaning({ drawing }: View): TemplateResult | typeof nothing {
  const { answer } = drawing;
  if (answer === undefined) return nothing;
  return html`<p class=${answer.isWrong ? 'meaning is-wrong' : 'meaning'} id="query-meaning">
    ${answer.explanation}
  </p>`;
}

function notShown(view: View): TemplateResult | typeof nothing {
  const { state, drawing, act } = view;
  const { tab } = state;
  const { counts } = drawing.visible;
  const { hiddenByFilter, hiddenByFolds, tasks } = counts;
  const remarks = tab === 'table' ? counts.listRemarks : counts.remarks;
  const isNothing = findsNothing(view);
  if ((remarks.length === 0 && !isNothing) || tab === 'waterfall') return nothing;
  const canUnfold = hiddenByFolds > 0 && tasks <= unfoldLimit && tab === 'graph';
  return html`<div class="notice is-quiet">
    <span>${[...(isNothing ? ['Nothing is found'] : []), ...remarks].join(' · ')}</span>
    ${
      isNothing
        ? why(view)
        : hiddenByFilter > 0
          ? html`<details>
              <summary>Why</summary>
              ${why(view)}
            </details>`
          : nothing
    }
    ${
      hiddenByFilter > 0
        ? button('Dim instead', () => {
            act.setShowsOthers('dim');
            act.leaveQuery();
          })
        : nothing
    }
    ${canUnfold ? button('Unfold all', act.unfoldAll) : nothing}
  </div>`;
}

function why(view: View): TemplateResult {
  return html`<ul>
    ${missedByTerm(view.drawing).map((missed) => byTerm(missed, view))}
  </ul>`;
}

function byTerm(
  { clause, count, terms, rest, found }: MissedByTerm,
  { act }: View,
): TemplateResult {
  return html`<li>
    <span>${count} ${count === 1 ? 'task' : 'tasks'}: ${clause}</span> ${
      found === 0
        ? nothing
        : button(`${rest === '' ? 'Clear' : 'Drop'} ${terms}: ${found} found`, () => {
            act.setQuery(rest, false);
            act.find();
          })
    }
  </li>`;
}

function button(label: string, run: () => void): TemplateResult {
  return html`<button @click=${run}>${label}</button>`;
}
