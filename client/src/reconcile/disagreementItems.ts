/** Disagreements as items to pick from. Pure: no editor. */
import type { DisagreementView } from '../../../server/src/protocol/reconcileMessages';
import { plainLabel } from '../plainLabel';

export interface DisagreementItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly view: DisagreementView;
  readonly direction: 'record' | 'close';
}

/** Both directions of each disagreement, the proposed one first; only that one is picked at the start. */
export function disagreementItems(views: readonly DisagreementView[]): readonly DisagreementItem[] {
  return views.flatMap((view) => {
    const other = view.proposed === 'record' ? 'close' : 'record';
    return [itemOf(view, view.proposed), itemOf(view, other)];
  });
}

/**
 * What stays ticked of `selected` when `before` was: of two directions of one task the one that has just been ticked, and
 * the proposed one where both have.
 */
export function withoutReplaced<Item extends DisagreementItem>(
  before: readonly Item[],
  selected: readonly Item[],
): readonly Item[] {
  const newestFirst = [
    ...selected.filter((item) => !before.includes(item)),
    ...selected.filter((item) => before.includes(item)),
  ];
  return selected.filter(
    (item) => newestFirst.find(({ view }) => view.key === item.view.key) === item,
  );
}

function itemOf(view: DisagreementView, direction: 'record' | 'close'): DisagreementItem {
  const { queue, progress } = view;
  const action =
    direction === 'record'
      ? `queue: ${queue.status} → ${view.recorded}`
      : `progress file: ${progress.status} → ${queue.status}`;
  return {
    label: plainLabel(`${view.id}  ${action}`),
    description: plainLabel(view.title),
    // What both say comes first: the end of a long line is not seen, and paths are long.
    detail: plainLabel(
      `${queue.status} ↔ “${progress.words}”  ·  ${queue.name}:${queue.range.start.line + 1} ↔ ${progress.path}:${progress.range.start.line + 1}`,
    ),
    view,
    direction,
  };
}
