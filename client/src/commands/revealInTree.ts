/** Selects in the tree the task that the cursor stands in. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Command } from './command';

export const revealInTree: Command = {
  id: commandIds.revealInTree,
  async run({ tree }) {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    const isFound = await tree.reveal(document.uri.toString(), selection.active.line);
    if (!isFound) {
      void vscode.window.setStatusBarMessage('No task of a queue stands here.', 4_000);
    }
  },
};
