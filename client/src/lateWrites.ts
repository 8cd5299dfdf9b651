/**
 * VS Code looks at a file again after it has saved it, and takes what stands there for its own text. Where somebody wrote
 * in between, the editor would show the old text for good, and the next save would put it over the new one.
 */
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import { documentSelector, queueGlobs } from './queueSelector';
import { textOnDisk } from './textOnDisk';

/** Has VS Code load a file of ours again when something else stands in it than what was saved. */
export function watchLateWrites(log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument(async (document) => {
    const { uri, isDirty } = document;
    // With unsaved changes the text is not the one that was saved.
    if (isDirty || uri.scheme !== 'file') return;
    if (vscode.languages.match(documentSelector(queueGlobs()), document) === 0) return;
    const saved = document.getText();
    try {
      if ((await textOnDisk(document)) === saved) return;
      log.info(`${uri.fsPath} was written by something else while it was saved; it is read again`);
      await touch(uri.fsPath);
    } catch (error) {
      // A file that went away at this moment is none that could be lost.
      log.debug(`${uri.fsPath} could not be compared with what was saved.`, error);
    }
  });
}

/** A new time, and the same text: VS Code sees a file that is not the one that it knows. */
async function touch(path: string): Promise<void> {
  const { mtimeMs, atime } = await fs.stat(path);
  // VS Code counts whole milliseconds, and may have rounded up.
  await fs.utimes(path, atime, new Date(Math.max(Date.now(), Math.ceil(mtimeMs) + 1)));
}
