/**
 * Opens a file for an edit by us. The editor learns of a write only some time after it: an edit of what it still shows
 * could not be saved then, and a file that is gone would be written anew.
 */
import * as vscode from 'vscode';
import { textOnDisk } from './textOnDisk';

const lookAgainMs = 50;

/**
 * The document, once it says what its file says, or at once where it has unsaved changes. Throws with words for people when
 * the file is gone, or is still another one after `patienceMs`.
 */
export async function openAsOnDisk(uri: string, patienceMs = 5_000): Promise<vscode.TextDocument> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (document.isDirty || document.uri.scheme !== 'file') return document;
    const shown = withOneBreak(document.getText());
    if (withOneBreak(await textOrReason(document)) === shown || document.isDirty) return document;
    if (Date.now() >= end) throw new Error(`${nameOf(document)} ${lagsBehind}`);
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

const lagsBehind =
  'was written by something else, and the editor does not show that yet. Try again; if it stays so, close the file and open it.';

async function textOrReason(document: vscode.TextDocument): Promise<string> {
  try {
    return await textOnDisk(document);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const what = code === 'ENOENT' ? 'is not on the disk any more' : `cannot be read (${code})`;
    throw new Error(
      `${nameOf(document)} ${what}, so nothing was changed. Bring it back, or close it.`,
      { cause: error },
    );
  }
}

/** The editor shows a file with one kind of line break. */
function withOneBreak(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.split('/').pop() ?? uri.path;
}
