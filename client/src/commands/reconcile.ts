/** Shows every disagreement between queue and progress files and settles those that are picked. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import {
  disagreementsRequest,
  reconcileRequest,
  type DisagreementsResult,
  type ReconcileParams,
  type ReconcileResult,
} from '../../../server/src/protocol/reconcileMessages';
import { pickUntilHidden } from '../pickUntilHidden';
import {
  disagreementItems,
  withoutReplaced,
  type DisagreementItem,
} from '../reconcile/disagreementItems';
import { showSideBySide } from '../reconcile/showSideBySide';
import { savingWhatWasClean } from '../savingWhatWasClean';
import { isQueueNode } from '../tree/isQueueNode';
import type { Command } from './command';
import { inform, warn } from '../notices';
import { noAnswer } from '../noAnswer';

export const reconcile: Command = {
  id: commandIds.reconcile,
  async run({ client }, argument) {
    const all = await client.request<DisagreementsResult>(disagreementsRequest, {});
    if (all === undefined) throw new Error(noAnswer);
    const views = isQueueNode(argument)
      ? all.filter(({ queue }) => queue.uri === argument.target.uri)
      : all;
    if (views.length === 0) {
      void inform('Queues and progress files agree.');
      return;
    }
    const picked = await pick(disagreementItems(views));
    if (picked === undefined || picked.length === 0) return;
    const choices = picked.map(({ view, direction }) => ({ key: view.key, direction }));
    const uris = picked.map(({ view, direction }) =>
      direction === 'record' ? view.queue.uri : view.progress.uri,
    );
    const result = await savingWhatWasClean(uris, () =>
      client.request<ReconcileResult>(reconcileRequest, { choices } satisfies ReconcileParams),
    );
    tell(result ?? { settled: [], refused: [noAnswer] });
  },
};

/** Proposed directions are ticked; of two directions of one task the one ticked last counts. */
function pick(
  items: readonly DisagreementItem[],
): Promise<readonly DisagreementItem[] | undefined> {
  const compare: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('split-horizontal'),
    tooltip: 'Show side by side',
  };
  const shown = items.map((item) => ({ ...item, buttons: [compare] }));
  const quickPick = vscode.window.createQuickPick<(typeof shown)[number]>();
  quickPick.title = 'Reconcile Queue and Progress';
  quickPick.placeholder = 'What is ticked is applied; a claim becomes needs-validation at most';
  quickPick.canSelectMany = true;
  quickPick.matchOnDetail = true;
  quickPick.ignoreFocusOut = true;
  quickPick.items = shown;
  quickPick.selectedItems = shown.filter(({ view, direction }) => view.proposed === direction);
  quickPick.onDidTriggerItemButton(({ item }) => void showSideBySide(item.view));
  let ticked: readonly (typeof shown)[number][] = quickPick.selectedItems;
  quickPick.onDidChangeSelection((selected) => {
    ticked = withoutReplaced(ticked, selected);
    if (ticked.length < selected.length) quickPick.selectedItems = ticked;
  });
  return pickUntilHidden(quickPick, () => quickPick.selectedItems);
}

function tell({ settled, refused }: ReconcileResult): void {
  const done = settled.length === 0 ? 'Nothing was changed.' : `Settled: ${settled.join(', ')}.`;
  if (refused.length > 0) void warn(`${done} ${refused.join(' ')}`);
  else void inform(done);
}
