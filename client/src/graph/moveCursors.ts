/** The cursor of the text follows the graph. */
import * as vscode from 'vscode';
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';

/** Where the text can be seen already, its cursor goes to the task; the focus stays where it is. */
export function moveCursors({ uri, range }: GraphTaskView): void {
  const { line, character } = range.start;
  const file = vscode.Uri.parse(uri).toString();
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document.uri.toString() !== file) continue;
    const place = new vscode.Range(line, character, line, character);
    editor.selection = new vscode.Selection(place.start, place.end);
    editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
