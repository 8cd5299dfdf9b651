/** Starts the language server once there is a queue: most markdown files live without one. */
import * as vscode from 'vscode';
import { documentSelector, queueGlobs } from './queueSelector';

/** Calls `start` as soon as a queue file is found, opened or created; `searched` when the first search is over. */
export function startWhenNeeded(
  start: () => void,
  searched: (isNeeded: boolean) => void,
): vscode.Disposable {
  const globs = queueGlobs();
  const selector = documentSelector(globs);
  const watching: vscode.Disposable[] = [];
  let isStarted = false;
  const startOnce = (): void => {
    if (isStarted) return;
    isStarted = true;
    for (const disposable of watching.splice(0)) disposable.dispose();
    start();
  };
  const isOurs = (document: vscode.TextDocument): boolean =>
    vscode.languages.match(selector, document) > 0;

  watching.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) startOnce();
    }),
    ...globs.map((glob) => {
      const watcher = vscode.workspace.createFileSystemWatcher(glob, false, true, true);
      watcher.onDidCreate(startOnce);
      return watcher;
    }),
  );
  if (vscode.workspace.textDocuments.some(isOurs)) {
    startOnce();
    searched(true);
  } else {
    void search(globs).then((isFound) => {
      if (isFound) startOnce();
      searched(isFound);
    });
  }
  return new vscode.Disposable(() => {
    for (const disposable of watching.splice(0)) disposable.dispose();
  });
}

async function search(globs: readonly string[]): Promise<boolean> {
  if (vscode.workspace.workspaceFolders === undefined) return false;
  for (const glob of globs) {
    const found = await vscode.workspace.findFiles(glob, '**/node_modules/**', 1);
    if (found.length > 0) return true;
  }
  return false;
}
