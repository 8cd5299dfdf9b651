/** Starts the language server once there is a queue: most markdown files live without one. */
import * as vscode from 'vscode';
import { documentSelector, queueGlobs } from './queueSelector';

/**
 * Calls `start` as soon as a queue file is found, opened or created; `searched` when a search is over. Folders that come
 * and settings that name other files have it search again.
 */
export function startWhenNeeded(
  start: () => void,
  searched: (isNeeded: boolean) => void,
): vscode.Disposable {
  let watchers: vscode.Disposable[] = [];
  let globs: readonly string[] = [];
  let isStarted = false;
  const stopWatching = (): void => {
    vscode.Disposable.from(...watchers).dispose();
    watchers = [];
  };
  const startOnce = (): void => {
    if (isStarted) return;
    isStarted = true;
    stopWatching();
    listening.dispose();
    start();
  };
  const isOurs = (document: vscode.TextDocument): boolean =>
    vscode.languages.match(documentSelector(globs), document) > 0;
  const look = async (): Promise<void> => {
    stopWatching();
    globs = queueGlobs();
    watchers = globs.map((glob) => {
      const watcher = vscode.workspace.createFileSystemWatcher(glob, false, true, true);
      watcher.onDidCreate(startOnce);
      return watcher;
    });
    const isFound = vscode.workspace.textDocuments.some(isOurs) || (await search(globs));
    if (isFound) startOnce();
    searched(isFound);
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) startOnce();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('proactiveJobs.queue.files')) void look();
    }),
  );
  void look();
  return new vscode.Disposable(() => {
    stopWatching();
    listening.dispose();
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
