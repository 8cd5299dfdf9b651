/** A pick of the editor as a promise. */
import type { QuickPick, QuickPickItem } from 'vscode';

/** Shows the pick: what `chosen` says when it is accepted, nothing when it was left. Disposed of either way. */
export function pickUntilHidden<Item extends QuickPickItem, Chosen>(
  pick: QuickPick<Item>,
  chosen: () => Chosen,
): Promise<Chosen | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(chosen());
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
