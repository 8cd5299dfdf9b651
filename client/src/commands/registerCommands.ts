/** All commands. A failing one is logged and said once; it never goes unseen. */
import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { acceptQueueChange } from './acceptQueueChange';
import { addDependency } from './addDependency';
import { addTaskAfter } from './addTaskAfter';
import { adoptSession } from './adoptSession';
import { claimTask } from './claimTask';
import { compareWithLastGood } from './compareWithLastGood';
import { completeTask } from './completeTask';
import { createQueue } from './createQueue';
import { moveToPhase } from './moveToPhase';
import { editPromptTemplate } from './editPromptTemplate';
import { forgetGatewayToken, setGatewayToken } from './gatewayTokenCommands';
import { clearQueueFilter, filterQueue } from './filterQueue';
import { copyPrompt, openPromptInChat, openPromptInTerminal } from './handOffPrompt';
import { openQueue } from './openQueue';
import { goToNode } from './goToNode';
import { openTask } from './openTask';
import { previewPrompt } from './previewPrompt';
import { reconcile } from './reconcile';
import { refresh } from './refresh';
import { removeDependency } from './removeDependency';
import { resetTask } from './resetTask';
import { restartServer } from './restartServer';
import { restoreLostTasks } from './restoreLostTasks';
import { retryWorker } from './retryWorker';
import { revealInTree } from './revealInTree';
import { setTaskStatus } from './setTaskStatus';
import { showGraph } from './showGraph';
import { showInGraph } from './showInGraph';
import { showLog } from './showLog';
import { fillFreeSlots, spawnNext } from './spawnBatch';
import { spawnWorker } from './spawnWorker';
import { stopWorker } from './stopWorker';
import { verifyClaims } from './verifyClaims';
import { watchWorker } from './watchWorker';
import { complain } from '../notices';

const commands: readonly Command[] = [
  acceptQueueChange,
  addDependency,
  addTaskAfter,
  adoptSession,
  claimTask,
  clearQueueFilter,
  compareWithLastGood,
  completeTask,
  copyPrompt,
  createQueue,
  moveToPhase,
  editPromptTemplate,
  fillFreeSlots,
  filterQueue,
  forgetGatewayToken,
  openPromptInChat,
  openPromptInTerminal,
  openQueue,
  openTask,
  goToNode,
  previewPrompt,
  reconcile,
  refresh,
  removeDependency,
  resetTask,
  restartServer,
  restoreLostTasks,
  retryWorker,
  revealInTree,
  setTaskStatus,
  showGraph,
  showInGraph,
  setGatewayToken,
  showLog,
  spawnNext,
  spawnWorker,
  stopWorker,
  verifyClaims,
  watchWorker,
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
        complain(`Proactive Jobs: ${reason}`);
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
