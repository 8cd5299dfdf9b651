/** All commands. A failing one is logged and said once; it never goes unseen. */
import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { acceptQueueChange } from './acceptQueueChange';
import { compareWithLastGood } from './compareWithLastGood';
import { createQueue } from './createQueue';
import { openQueue } from './openQueue';
import { openTask } from './openTask';
import { reconcile } from './reconcile';
import { refresh } from './refresh';
import { restartServer } from './restartServer';
import { restoreLostTasks } from './restoreLostTasks';
import { revealInTree } from './revealInTree';
import { showLog } from './showLog';
import { verifyClaims } from './verifyClaims';

const commands: readonly Command[] = [
  acceptQueueChange,
  compareWithLastGood,
  createQueue,
  openQueue,
  openTask,
  reconcile,
  refresh,
  restartServer,
  restoreLostTasks,
  revealInTree,
  showLog,
  verifyClaims,
];

/** Registers every command; the result takes them back. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const registered = commands.map(({ id, run }) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(context, argument);
      } catch (error) {
        context.log.error(`The command ${id} failed.`, error);
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(`Proactive Jobs: ${reason}`);
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
