/** Everything about workers, wired to the server. */
import * as vscode from 'vscode';
import {
  secretsChangedNotification,
  trustNotification,
  type TrustParams,
} from '../../../server/src/protocol/workerMessages';
import type { QueueClient } from '../languageClient';
import type { GatewayToken } from './gatewayToken';
import { PromptDocuments } from './promptDocuments';
import { WorkerAlerts } from './workerAlerts';
import type { WorkerStore } from './workerStore';
import type { WorkerSurface } from './workerSurface';
import { WorkerTranscripts } from './workerTranscripts';

/** Follows trust and secrets from now on; `disposable` ends that. */
export function workerRoom(
  client: QueueClient,
  store: WorkerStore,
  token: GatewayToken,
  log: vscode.LogOutputChannel,
  memory: vscode.Memento,
): WorkerSurface & { readonly disposable: vscode.Disposable } {
  const prompts = new PromptDocuments(client);
  const transcripts = new WorkerTranscripts(client, store);
  const alerts = new WorkerAlerts(log);
  const stop = store.onChange((workers) => {
    alerts.receive(workers);
  });
  const disposable = vscode.Disposable.from(
    prompts,
    transcripts,
    new vscode.Disposable(stop),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void client.notify(trustNotification, { isTrusted: true } satisfies TrustParams);
    }),
    token.onChange(() => {
      void client.notify(secretsChangedNotification, {});
    }),
  );
  return { store, prompts, transcripts, alerts, token, memory, disposable };
}
