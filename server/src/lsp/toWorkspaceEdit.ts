/** Edits of the core as the protocol wants them, each file with the version that they were made for. */
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextEdit } from '../core/edits/textEdit';
import { fileLines } from '../core/features/support/fileLines';
import { rangeOf } from '../core/text/lineTable';
import type { Picture } from '../session/picture';

/** Nothing when a file of the edits is not in the picture. A file that is not open has no version to compare. */
export function toWorkspaceEdit(
  picture: Picture,
  edits: readonly TextEdit[],
): WorkspaceEdit | undefined {
  const { state, files, beside } = picture;
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  const documentChanges = uris.flatMap((uri) => {
    const lines = fileLines(state, uri);
    if (lines === undefined) return [];
    const version = files.get(uri)?.version ?? beside.get(uri)?.version ?? null;
    const own = edits
      .filter((edit) => edit.uri === uri)
      .map(({ span, newText }) => ({ range: rangeOf(lines, span), newText }));
    return [{ textDocument: { uri, version }, edits: own }];
  });
  return documentChanges.length === uris.length ? { documentChanges } : undefined;
}
