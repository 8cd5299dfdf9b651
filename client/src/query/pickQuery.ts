/** A field in which a query is written: what it means and what could come next stand below it. */
import * as vscode from 'vscode';
import type { QueryResult } from '../../../server/src/protocol/queryMessages';
import { completed, queryItems, type QueryItem } from './queryItems';

export interface QueryPick {
  readonly title: string;
  readonly value: string;
  /** Nothing when nobody answers. */
  readonly ask: (text: string, caret: number) => Promise<QueryResult | undefined>;
}

/** The query that was accepted, empty for all tasks; nothing when the field was left. One that is wrong is not accepted. */
export function pickQuery({ title, value, ask }: QueryPick): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<QueryItem>();
  pick.title = title;
  pick.placeholder = 'Words of id or title, or a query such as status:ready model:opus';
  pick.value = value;
  let newest = 0;
  const show = async (): Promise<QueryResult | undefined> => {
    const own = ++newest;
    const text = pick.value;
    pick.busy = true;
    const answer = await ask(text, text.length).catch(() => undefined);
    // What was written meanwhile has a question of its own.
    if (own !== newest) return undefined;
    pick.busy = false;
    pick.items = answer === undefined ? [silent] : queryItems(text, answer);
    return answer;
  };
  return new Promise((resolve) => {
    const accept = async (): Promise<void> => {
      const completion = pick.activeItems[0]?.completion;
      if (completion !== undefined) {
        pick.value = completed(pick.value, completion);
        await show();
        return;
      }
      const text = pick.value;
      const answer = await show();
      if (answer === undefined || answer.isWrong) return;
      resolve(text.trim());
      pick.hide();
    };
    pick.onDidChangeValue(() => void show());
    pick.onDidAccept(() => void accept());
    pick.onDidHide(() => {
      newest += 1;
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void show();
  });
}

const silent: QueryItem = {
  label: '$(warning) The language server does not answer',
  alwaysShow: true,
};
