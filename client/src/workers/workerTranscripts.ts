/** What a worker says, as a read-only document that follows it: `proactive-jobs-worker:`. */
import * as vscode from 'vscode';
import {
  transcriptRequest,
  type TranscriptParams,
  type TranscriptResult,
  type WorkerView,
} from '../../../server/src/protocol/workerMessages';
import type { QueueClient } from '../languageClient';
import { transcriptText } from './transcriptText';
import type { WorkerStore } from './workerStore';
import { documentName } from './documentName';

const scheme = 'proactive-jobs-worker';
const limit = 500;
/** How often a document that shows is looked at again. */
const pauseMs = 2_000;

export class WorkerTranscripts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #client: QueueClient;
  readonly #store: WorkerStore;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];
  readonly #timer: NodeJS.Timeout;
  /** Documents whose end does not show: somebody reads above, so they stay where they are. */
  readonly #resting = new Set<string>();

  readonly onDidChange = this.#changed.event;

  constructor(client: QueueClient, store: WorkerStore) {
    this.#client = client;
    this.#store = store;
    const stop = store.onChange(() => this.#refresh());
    this.#timer = setInterval(() => this.#refresh(), pauseMs);
    this.#disposables = [
      new vscode.Disposable(stop),
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        if (textEditor.document.uri.scheme !== scheme) return;
        const lastLine = visibleRanges.at(-1)?.end.line ?? 0;
        const name = textEditor.document.uri.toString();
        if (lastLine >= textEditor.document.lineCount - 2) this.#resting.delete(name);
        else this.#resting.add(name);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === scheme) showEnd(document, this.#resting);
      }),
    ];
  }

  /** Opens the document of a task's worker beside the queue. */
  async watch(worker: WorkerView, key: string): Promise<void> {
    const name = documentName(worker.taskId);
    const uri = vscode.Uri.from({ scheme, path: `/${name}.worker.log`, query: key });
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    showEnd(document, this.#resting);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.query;
    const params: TranscriptParams = { key, limit };
    const transcript = await this.#client.request<TranscriptResult>(transcriptRequest, params);
    return transcriptText(this.#store.of(key), transcript, Date.now(), (time) =>
      new Date(time).toLocaleTimeString(),
    );
  }

  dispose(): void {
    clearInterval(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
    this.#changed.dispose();
  }

  /** Only what shows. */
  #refresh(): void {
    for (const { document } of vscode.window.visibleTextEditors)
      if (document.uri.scheme === scheme) this.#changed.fire(document.uri);
  }
}

function showEnd(document: vscode.TextDocument, resting: ReadonlySet<string>): void {
  if (resting.has(document.uri.toString())) return;
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document !== document) continue;
    const end = document.lineAt(document.lineCount - 1).range;
    editor.revealRange(end, vscode.TextEditorRevealType.Default);
  }
}
