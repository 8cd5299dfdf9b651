/** What the file of a document says now, whatever the editor shows of it. */
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';

/** Read as the editor reads it. Rejects when there is no such file, or none that can be read. */
export async function textOnDisk({ uri, encoding }: vscode.TextDocument): Promise<string> {
  return vscode.workspace.decode(await fs.readFile(uri.fsPath), { encoding });
}
