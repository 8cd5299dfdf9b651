/** Edits by commands leave files as they found them: saved ones saved, others with their unsaved changes. */
import * as vscode from 'vscode';

/** Opens the files, so that edits are bound to what was read; the result saves those that had no unsaved changes. */
export async function savingWhatWasClean(uris: readonly string[]): Promise<() => Promise<void>> {
  const documents = await Promise.all(
    [...new Set(uris)].map((uri) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri))),
  );
  const clean = documents.filter((document) => !document.isDirty);
  return async () => {
    for (const document of clean) if (document.isDirty) await document.save();
  };
}
