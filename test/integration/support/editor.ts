// What the integration tests share: files of the sample workspace, waiting, and leaving the editor as it was found.
import * as vscode from 'vscode';

const waitLimitMs = 15_000;
const pollMs = 25;

/** The extension under test, activated. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('proactive-jobs.proactive-jobs');
  if (!extension)
    throw new Error('VS Code does not know the extension proactive-jobs.proactive-jobs.');
  await extension.activate();
  return extension;
}

/** A file of the opened sample workspace. */
export function workspaceFile(relativePath: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, relativePath);
}

/**
 * Asks until the answer is neither undefined nor false, and hands it on. Never sleep for a fixed time instead: under
 * load every step takes two or three times as long.
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = waitLimitMs,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** Closes all editors and throws unsaved changes away; for `teardown`. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
