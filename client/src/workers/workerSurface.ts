/** What commands need of workers, in one hand. */
import type * as vscode from 'vscode';
import type { GatewayToken } from './gatewayToken';
import type { PromptDocuments } from './promptDocuments';
import type { WorkerAlerts } from './workerAlerts';
import type { WorkerStore } from './workerStore';
import type { WorkerTranscripts } from './workerTranscripts';

export interface WorkerSurface {
  readonly store: WorkerStore;
  readonly prompts: PromptDocuments;
  readonly transcripts: WorkerTranscripts;
  readonly alerts: WorkerAlerts;
  readonly token: GatewayToken;
  /** Of this workspace. */
  readonly memory: vscode.Memento;
}
