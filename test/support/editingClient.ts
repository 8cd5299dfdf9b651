/** The least of an editor that workers need: open buffers that live on when the server dies, edits, saving, trust. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  holdFilesRequest,
  saveFilesRequest,
  workersNotification,
  type FilesParams,
  type WorkersParams,
  type WorkerView,
} from '../../server/src/protocol/workerMessages';

export class EditingClient {
  readonly buffers = new Map<string, TextDocument>();
  workers: readonly WorkerView[] = [];
  /** Called before each answer to the server, with its name. */
  before: (what: string) => void = () => undefined;

  /** Serves another server; what is open is told by {@link reopen}. */
  serve(connection: ProtocolConnection): void {
    connection.onNotification(workersNotification, ({ workers }: WorkersParams) => {
      this.workers = workers;
    });
    connection.onRequest(holdFilesRequest, async ({ uris }: FilesParams) => {
      this.before('hold');
      for (const uri of uris) if (!this.buffers.has(uri)) await this.#open(connection, uri);
      return { clean: uris.filter((uri) => !this.isDirty(uri)) };
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, (params) =>
      this.#apply(connection, params),
    );
    connection.onRequest(saveFilesRequest, ({ uris }: FilesParams) => {
      this.before('save');
      for (const uri of uris) writeFileSync(fileURLToPath(uri), this.text(uri));
      return null;
    });
  }

  /** Tells a new server what is open. */
  async reopen(connection: ProtocolConnection): Promise<void> {
    for (const document of this.buffers.values()) await this.#told(connection, document);
  }

  text(uri: string): string {
    return this.buffers.get(uri)?.getText() ?? readFileSync(fileURLToPath(uri), 'utf8');
  }

  isDirty(uri: string): boolean {
    return this.text(uri) !== readFileSync(fileURLToPath(uri), 'utf8');
  }

  async #open(connection: ProtocolConnection, uri: string): Promise<void> {
    const document = TextDocument.create(uri, 'markdown', 1, this.text(uri));
    this.buffers.set(uri, document);
    await this.#told(connection, document);
  }

  async #told(connection: ProtocolConnection, document: TextDocument): Promise<void> {
    const { uri, languageId, version } = document;
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text: document.getText() },
    });
  }

  async #apply(
    connection: ProtocolConnection,
    { edit }: ApplyWorkspaceEditParams,
  ): Promise<ApplyWorkspaceEditResult> {
    this.before('apply');
    for (const change of edit.documentChanges ?? []) {
      if (!TextDocumentEdit.is(change)) return { applied: false };
      const { uri, version } = change.textDocument;
      const document = this.buffers.get(uri);
      if (document?.version !== version)
        return { applied: false, failureReason: 'It has changed.' };
      const edits = change.edits.filter((one) => 'newText' in one);
      const text = TextDocument.applyEdits(document, edits);
      this.buffers.set(uri, TextDocument.create(uri, 'markdown', document.version + 1, text));
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: document.version + 1 },
        contentChanges: [{ text }],
      });
    }
    this.before('applied');
    return { applied: true };
  }
}
