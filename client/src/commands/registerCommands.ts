/** All commands. A failing one is logged and said once; it never goes unseen. */
import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { acceptQueueChange } from './acceptQueueChange';
import { addDependency } from './addDependency';
import { addTaskAfter } from './addTaskAfter';
import { compareWithLastGood } from './compareWithLastGood';
import { createQueue } from './createQueue';
import { moveToPhase } from './moveToPhase';
import { openQueue } from './openQueue';
import { openTask } from './openTask';
import { reconcile } from './reconcile';
import { refresh } from './refresh';
import { removeDependency } from './removeDependency';
import { restartServer } from './restartServer';
import { restoreLostTasks } from './restoreLostTasks';
import { revealInTree } from './revealInTree';
import { setTaskStatus } from './setTaskStatus';
import { showGraph } from './showGraph';
import { showInGraph } from './showInGraph';
import { showLog } from './showLog';
import { verifyClaims } from './verifyClaims';

const commands: readonly Command[] = [
  acceptQueueChange,
  addDependency,
  addTaskAfter,
  compareWithLastGood,
  createQueue,
  moveToPhase,
  openQueue,
  openTask,
  reconcile,
  refresh,
  removeDependency,
  restartServer,
  restoreLostTasks,
  revealInTree,
  setTaskStatus,
  showGraph,
  showInGraph,
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
