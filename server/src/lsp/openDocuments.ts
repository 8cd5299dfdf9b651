/** Follows the documents the client has open and hands every change to the session. */
import type { Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { QueueSession } from '../session/queueSession';
import type { Logger } from '../workspace/ports';
import { guardTask } from './guard';

/** Listens to open, change and close. */
export function followDocuments(
  connection: Connection,
  session: QueueSession,
  logger: Logger,
): void {
  const documents = new Map<string, TextDocument>();
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    guardTask('didOpen', logger, () => {
      documents.set(uri, TextDocument.create(uri, languageId, version, text));
      session.opened(uri, version, text);
    });
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    guardTask('didChange', logger, () => {
      const known = documents.get(uri);
      if (known === undefined) return;
      const changed = TextDocument.update(known, contentChanges, version);
      documents.set(uri, changed);
      session.edited(uri, version, changed.getText());
    });
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    guardTask('didClose', logger, () => {
      documents.delete(uri);
      return session.closed(uri);
    });
  });
}
