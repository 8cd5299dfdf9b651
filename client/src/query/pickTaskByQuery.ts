/** A pick of tasks whose field knows the query language beside the editor's own matching. */
import * as vscode from 'vscode';
import type { QueryResult } from '../../../server/src/protocol/queryMessages';
import { pickUntilHidden } from '../pickUntilHidden';

export interface TaskItem extends vscode.QuickPickItem {
  readonly key: string;
}

/** The task that was picked; nothing when none was. What a query finds comes first, else the editor's matching decides. */
export function pickTaskByQuery<Item extends TaskItem>(
  items: readonly Item[],
  title: string,
  ask: (text: string) => Promise<QueryResult | undefined>,
): Promise<Item | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder =
    items.length === 0
      ? 'No queue of this workspace has a task'
      : 'Id, status or title, or a query such as status:ready model:opus';
  pick.matchOnDescription = true;
  pick.items = items;
  let newest = 0;
  const show = async (text: string): Promise<void> => {
    const own = ++newest;
    const answer = text.trim() === '' ? undefined : await ask(text).catch(() => undefined);
    if (own !== newest) return;
    const found = new Set(answer?.isWrong === true ? [] : answer?.matches);
    pick.title = answer?.isWrong === true ? `${title}: ${answer.explanation}` : title;
    pick.items = [
      ...items.filter(({ key }) => found.has(key)).map((item) => ({ ...item, alwaysShow: true })),
      ...items.filter(({ key }) => !found.has(key)),
    ];
  };
  pick.onDidChangeValue((text) => void show(text));
  pick.onDidHide(() => {
    newest += 1;
  });
  return pickUntilHidden(pick, () => pick.activeItems[0]);
}
