/** One graph in an editor tab: what its page is sent and when, and which task it shows. */
import * as vscode from 'vscode';
import {
  graphRequest,
  type GraphParams,
  type ToGraphPage,
} from '../../../server/src/protocol/graphMessages';
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import type { QueueClient } from '../languageClient';
import type { SnapshotStore } from '../snapshotStore';
import { answerPage, type AnswerGround } from './answerPage';
import { fillGraphTab } from './fillGraphTab';
import { oneAtATime } from './oneAtATime';
import { readPageMessage } from './readPageMessage';
import { taskAt } from './taskAt';

export interface GraphServices {
  readonly extensionUri: vscode.Uri;
  readonly client: QueueClient;
  readonly store: SnapshotStore;
  readonly log: vscode.LogOutputChannel;
  /** Calls back when a worker is another or does something else; what it says does not count. */
  readonly onWorkers: (listener: () => void) => () => void;
  /** Where the view of each queue is kept: folds, zoom and the like. */
  readonly memory: vscode.Memento;
}

export class GraphPanel implements vscode.Disposable, AnswerGround {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: GraphServices;
  readonly #disposables: vscode.Disposable[] = [];
  /** The page listens; a hidden one does not. */
  #isReady = false;
  /** The tab is closed: nothing may be asked of it any more, not even whether it shows. */
  #isClosed = false;
  #graph: GraphSnapshot | undefined;
  /** A task to go to once the page listens. */
  #wanted: string | undefined;
  #selected: string | undefined;
  readonly queueUri: string;
  readonly showQueue: (uri: string) => void;
  /** Asks the server for the graph and sends it, if somebody looks; questions never overtake each other. */
  readonly refresh = oneAtATime(() => this.#ask());

  /** Fills `panel`, which is new or comes from the session before. */
  constructor(
    panel: vscode.WebviewPanel,
    queueUri: string,
    services: GraphServices,
    showQueue: (uri: string) => void,
  ) {
    this.#panel = panel;
    this.queueUri = queueUri;
    this.#services = services;
    this.showQueue = showQueue;
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        // A hidden page is gone; the next one says that it is ready.
        if (panel.visible) void this.refresh();
        else this.#isReady = false;
      }),
      { dispose: services.store.onChange(() => void this.refresh()) },
      { dispose: services.onWorkers(() => void this.refresh()) },
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.refresh()),
    );
    fillGraphTab(panel, services.extensionUri);
  }

  /** The column that its tab is in. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  get client(): QueueClient {
    return this.#services.client;
  }

  get memory(): vscode.Memento {
    return this.#services.memory;
  }

  /** Brings the tab to the front, and the task into its view when one is given. */
  show(key: string | undefined): void {
    this.#panel.reveal();
    if (key !== undefined) this.#reveal(key, true);
  }

  /** Selects a task in the page; the focus stays where it is. */
  follow(uri: string, line: number): void {
    const task = taskAt(this.#graph, uri, line);
    if (task === undefined || task.key === this.#selected) return;
    this.#reveal(task.key, false);
  }

  pageIsReady(): Promise<void> {
    this.#isReady = true;
    return this.refresh();
  }

  look(key: string): GraphTaskView | undefined {
    this.#selected = key;
    return this.#graph?.tasks.find((each) => each.key === key);
  }

  refuse(why: string | undefined): void {
    if (why !== undefined) this.post({ kind: 'refused', why });
  }

  post(message: ToGraphPage): void {
    if (!this.#isClosed) void this.#panel.webview.postMessage(message);
  }

  dispose(): void {
    this.#isClosed = true;
    for (const each of this.#disposables.splice(0)) each.dispose();
  }

  async #ask(): Promise<void> {
    if (this.#isClosed || !this.#isReady || !this.#panel.visible) return;
    const params: GraphParams = { queueUri: this.queueUri };
    try {
      const graph = await this.client.request<GraphSnapshot>(graphRequest, params);
      if (this.#isClosed) return;
      if (graph !== undefined) this.#graph = graph;
      this.#sendGraph(graph === undefined || this.#services.store.state.isStale);
    } catch (error) {
      this.#services.log.error('The graph could not be read.', error);
      if (!this.#isClosed) this.#sendGraph(true);
    }
  }

  #reveal(key: string, isWanted: boolean): void {
    this.#selected = key;
    if (this.#isReady && this.#graph !== undefined) this.post({ kind: 'reveal', key, isWanted });
    else this.#wanted = key;
  }

  #sendGraph(isStale: boolean): void {
    const snapshot = this.#graph;
    if (snapshot === undefined) {
      const { queues, scanning } = this.#services.store.state.snapshot;
      const isKnown = queues.some(({ uri }) => uri === this.queueUri);
      if (!scanning && !isKnown) this.refuse('This queue is not in the workspace any more.');
      return;
    }
    this.#panel.title = `Graph: ${snapshot.queueName}`;
    const { isTrusted } = vscode.workspace;
    this.post({ kind: 'snapshot', snapshot, isStale, isTrusted });
    const { queues } = this.#services.store.state.snapshot;
    this.post({ kind: 'queues', queues: queues.map(({ uri, name }) => ({ uri, name })) });
    if (this.#wanted !== undefined)
      this.post({ kind: 'reveal', key: this.#wanted, isWanted: true });
    this.#wanted = undefined;
  }

  async #receive(value: unknown): Promise<void> {
    const message = readPageMessage(value);
    if (message === undefined) {
      this.#services.log.warn('The graph page sent a message that nobody knows; it was dropped.');
      return;
    }
    try {
      await answerPage(this, message);
    } catch (error) {
      this.#services.log.error(`The graph's request "${message.kind}" failed.`, error);
      this.refuse(error instanceof Error ? error.message : String(error));
    }
  }
}
