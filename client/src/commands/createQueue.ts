/** Writes a small queue to start from. Never overwrites a file. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { starterQueue } from '../starterQueue';
import type { Command } from './command';
import { inform } from '../notices';

export const createQueue: Command = {
  id: commandIds.createQueue,
  async run() {
    const folder = await chooseFolder();
    if (folder === undefined) return;
    const uri = vscode.Uri.joinPath(folder.uri, 'PROACTIVE-JOBS.md');
    const edit = new vscode.WorkspaceEdit();
    const contents = new TextEncoder().encode(starterQueue);
    edit.createFile(uri, { overwrite: false, ignoreIfExists: true, contents });
    // False when it exists by now: then that one is opened, untouched.
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  },
};

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void inform('Open a folder first: the queue is a file in it.');
  }
  return folders.length < 2 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}
