/** Starts workers for tasks that were chosen in the graph: the same commands as everywhere else. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Wave } from '../commands/spawnBatch';

/** Hands over to the commands that start workers; in words why nothing was started, when nothing can be. */
export async function spawnFromGraph(keys: readonly string[]): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return 'Workers are started in trusted workspaces only.';
  const [first, ...others] = keys;
  if (first === undefined) return 'No task of this wave is ready.';
  if (others.length === 0) await vscode.commands.executeCommand(commandIds.spawnWorker, first);
  else await vscode.commands.executeCommand(commandIds.fillFreeSlots, { keys } satisfies Wave);
  return undefined;
}
