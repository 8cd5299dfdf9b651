/** What the server asks of the client for its workers: to open and save files, and for the gateway's token. */
import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError, type LanguageClient } from 'vscode-languageclient/node';
import {
  holdFilesRequest,
  saveFilesRequest,
  secretRequest,
  type FilesParams,
  type HeldFiles,
  type SecretParams,
} from '../../../server/src/protocol/workerMessages';
import { openAsOnDisk } from '../openAsOnDisk';
import type { GatewayToken } from './gatewayToken';

/** A server that is refused asks again. */
const patienceMs = 1_000;

/** Answers from now on. */
export function answerServer(client: LanguageClient, token: GatewayToken): void {
  client.onRequest(holdFilesRequest, async ({ uris }: FilesParams): Promise<HeldFiles> => {
    const opened = await Promise.all(
      uris.map(async (uri) => ({
        uri,
        // Open, the edit is bound to the version that the server has read.
        document: await openAsOnDisk(uri, patienceMs).catch(refuse),
      })),
    );
    return { clean: opened.filter(({ document }) => !document.isDirty).map(({ uri }) => uri) };
  });
  client.onRequest(saveFilesRequest, async ({ uris }: FilesParams): Promise<null> => {
    for (const uri of uris) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      if (document.isDirty) await document.save();
    }
    return null;
  });
  client.onRequest(
    secretRequest,
    async ({ name }: SecretParams): Promise<string | null> => (await token.secret(name)) ?? null,
  );
}

/** Words for people: nothing is broken, but the file cannot be edited now. */
function refuse(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new ResponseError(LSPErrorCodes.RequestFailed, why);
}
