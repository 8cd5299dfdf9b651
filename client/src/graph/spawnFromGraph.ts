/** Starts workers for tasks that were chosen in the graph: the same commands as everywhere else. */
import * as vscode from 'vscode';

const spawnWorker = 'proactiveJobs.spawnWorker';
const spawnWave = 'proactiveJobs.spawnWave';

/** Hands over to the commands that start workers; in words why nothing was started, when nothing can be. */
export async function spawnFromGraph(
  queueUri: string,
  keys: readonly string[],
): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return 'Workers are started in trusted workspaces only.';
  const [first, ...others] = keys;
  if (first === undefined) return 'No task of this wave is ready.';
  const command = others.length === 0 ? spawnWorker : spawnWave;
  const known = await vscode.commands.getCommands(true);
  if (!known.includes(command)) return 'Spawning workers is not available in this build.';
  await vscode.commands.executeCommand(command, { queueUri, key: first, keys });
  return undefined;
}
