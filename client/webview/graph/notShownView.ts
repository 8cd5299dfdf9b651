/** What the query means, how many tasks are not shown and why: what each of its terms keeps away, and a query that finds more. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { missedByTerm, type MissedByTerm } from './missedTasks';
import type { View } from './view';

/** Unfolding more than that helps nobody. */
const unfoldLimit = 3000;

/** Nothing without a query. The field says that this describes it. */
export function meaning({ drawing }: View): TemplateResult | typeof nothing {
  const { answer } = drawing;
  if (answer === undefined) return nothing;
  return html`<p class=${answer.isWrong ? 'meaning is-wrong' : 'meaning'} id="query-meaning">
    ${answer.explanation}
  </p>`;
}

/** Nothing while everything is shown, and something is found. */
export function notShown(view: View): TemplateResult | typeof nothing {
  const { state, drawing, act } = view;
  const { tab } = state;
  const { counts } = drawing.visible;
  const { hiddenByFilter, hiddenByFolds, matched, tasks } = counts;
  const remarks = tab === 'table' ? counts.listRemarks : counts.remarks;
  const isNothing = matched === 0 && tasks > 0;
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
