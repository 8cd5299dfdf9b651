/** One graph in an editor tab: what its page is sent, and what happens when it asks for something. */
import * as vscode from 'vscode';
import { randomBytes } from 'node:crypto';
import {
  graphHistoryRequest,
  graphPastRequest,
  graphRequest,
  type FromGraphPage,
  type GraphHistoryResult,
  type GraphHistoryParams,
  type GraphParams,
  type GraphPastParams,
  type GraphPastResult,
  type GraphUiState,
  type ToGraphPage,
} from '../../../server/src/protocol/graphMessages';
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';
import { showPlace } from '../commands/showPlace';
import type { QueueClient } from '../languageClient';
import type { SnapshotStore } from '../snapshotStore';
import { graphHtml } from './graphHtml';
import { readPageMessage } from './readPageMessage';
import { saveExport } from './saveExport';
import { spawnFromGraph } from './spawnFromGraph';
import { steerQueue } from './steerQueue';
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

const silent = 'The language server does not answer. "Proactive Jobs: Restart Server" may help.';

export class GraphPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: GraphServices;
  readonly #showQueue: (uri: string) => void;
  readonly #disposables: vscode.Disposable[] = [];
  /** What to say to the page once it listens; complete messages only, so that losing older ones loses nothing. */
  #isReady = false;
  #graph: GraphSnapshot | undefined;
  #isAsking = false;
  #asksAgain = false;
  #wanted: string | undefined;
  #selected: string | undefined;
  readonly queueUri: string;

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
    this.#showQueue = showQueue;
    const { webview } = panel;
    const distribution = vscode.Uri.joinPath(services.extensionUri, 'dist');
    const place = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(distribution, file)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [distribution] };
    const picture = (shade: string): vscode.Uri =>
      vscode.Uri.joinPath(services.extensionUri, 'media', `graph-${shade}.svg`);
    panel.iconPath = { light: picture('light'), dark: picture('dark') };
    this.#disposables.push(
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        // A hidden page is gone; the next one says that it is ready.
        if (panel.visible) void this.refresh();
        else this.#isReady = false;
      }),
      { dispose: services.store.onChange(() => void this.refresh()) },
      { dispose: services.onWorkers(() => void this.refresh()) },
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.refresh()),
    );
    webview.html = graphHtml({
      cspSource: webview.cspSource,
      script: place('graph.js'),
      style: place('graph.css'),
      elkWorker: place('elk-worker.js'),
      extras: place('graph-extras.js'),
      nonce: randomBytes(16).toString('base64url'),
    });
  }

  /** The column that its tab is in. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
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

  /** Asks the server for the graph and sends it, if somebody looks; questions never overtake each other. */
  async refresh(): Promise<void> {
    if (!this.#isReady || !this.#panel.visible) return;
    if (this.#isAsking) {
      this.#asksAgain = true;
      return;
    }
    this.#isAsking = true;
    try {
      do {
        this.#asksAgain = false;
        const params: GraphParams = { queueUri: this.queueUri };
        const graph = await this.#services.client.request<GraphSnapshot>(graphRequest, params);
        if (graph !== undefined) this.#graph = graph;
        this.#sendGraph(graph === undefined || this.#services.store.state.isStale);
      } while (this.#asksAgain);
    } catch (error) {
      this.#services.log.error('The graph could not be read.', error);
      this.#sendGraph(true);
    } finally {
      this.#isAsking = false;
    }
  }

  dispose(): void {
    for (const each of this.#disposables.splice(0)) each.dispose();
  }

  #reveal(key: string, isWanted: boolean): void {
    this.#selected = key;
    if (this.#isReady && this.#graph !== undefined) this.#post({ kind: 'reveal', key, isWanted });
    else this.#wanted = key;
  }

  #sendGraph(isStale: boolean): void {
    const snapshot = this.#graph;
    if (snapshot === undefined) {
      const { queues, scanning } = this.#services.store.state.snapshot;
      const isKnown = queues.some(({ uri }) => uri === this.queueUri);
      if (!scanning && !isKnown) this.#refuse('This queue is not in the workspace any more.');
      return;
    }
    this.#panel.title = `Graph: ${snapshot.queueName}`;
    const { isTrusted } = vscode.workspace;
    this.#post({ kind: 'snapshot', snapshot, isStale, isTrusted });
    const { queues } = this.#services.store.state.snapshot;
    this.#post({ kind: 'queues', queues: queues.map(({ uri, name }) => ({ uri, name })) });
    if (this.#wanted !== undefined)
      this.#post({ kind: 'reveal', key: this.#wanted, isWanted: true });
    this.#wanted = undefined;
  }

  async #receive(value: unknown): Promise<void> {
    const message = readPageMessage(value);
    if (message === undefined) {
      this.#services.log.warn('The graph page sent a message that nobody knows; it was dropped.');
      return;
    }
    try {
      await this.#answer(message);
    } catch (error) {
      this.#services.log.error(`The graph's request "${message.kind}" failed.`, error);
      this.#refuse(error instanceof Error ? error.message : String(error));
    }
  }

  async #answer(message: FromGraphPage): Promise<void> {
    const { client, memory } = this.#services;
    switch (message.kind) {
      case 'ready': {
        this.#isReady = true;
        const state = memory.get<GraphUiState>(memoryKey(this.queueUri));
        this.#post({ kind: 'state', state: { version: 1, ...state, queueUri: this.queueUri } });
        return this.refresh();
      }
      case 'uiState':
        await memory.update(memoryKey(this.queueUri), message.state);
        return;
      case 'openTask':
        return this.#openTask(message.key, message.toSide);
      case 'selected':
        return this.#moveCursors(message.key);
      case 'showQueue':
        return this.#showQueue(message.uri);
      case 'edit': {
        const result = await steerQueue(client, this.queueUri, message.edit);
        if (result.kind === 'refused') this.#refuse(result.why);
        return;
      }
      case 'spawn':
        return this.#refuse(await spawnFromGraph(message.keys));
      case 'askHistory': {
        const params: GraphHistoryParams = {
          queueUri: this.queueUri,
          useGit: vscode.workspace.isTrusted,
        };
        const history = await client.request<GraphHistoryResult>(graphHistoryRequest, params);
        if (history === undefined) return this.#refuse(silent);
        return this.#post({ kind: 'history', ...history });
      }
      case 'askPast': {
        const { commit } = message;
        const params: GraphPastParams = {
          queueUri: this.queueUri,
          useGit: vscode.workspace.isTrusted,
          commit,
        };
        const past = await client.request<GraphPastResult>(graphPastRequest, params);
        if (past === undefined) return this.#refuse('The queue cannot be read in that commit.');
        return this.#post({ kind: 'past', commit, ...past });
      }
      case 'export':
        return saveExport(this.queueUri, message.format, message.content);
    }
  }

  async #openTask(key: string, toSide: boolean): Promise<void> {
    const task = this.#graph?.tasks.find((each) => each.key === key);
    if (task === undefined) return this.#refuse('The queue has no such task any more.');
    this.#selected = key;
    const other = otherColumn(this.#panel.viewColumn);
    await showPlace(task.uri, task.range, toSide ? vscode.ViewColumn.Beside : other);
  }

  /** Where the text can be seen already, its cursor goes to the task; the focus stays in the graph. */
  #moveCursors(key: string): void {
    this.#selected = key;
    const task = this.#graph?.tasks.find((each) => each.key === key);
    if (task === undefined) return;
    const { line, character } = task.range.start;
    const uri = vscode.Uri.parse(task.uri).toString();
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== uri) continue;
      const place = new vscode.Range(line, character, line, character);
      editor.selection = new vscode.Selection(place.start, place.end);
      editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  #refuse(why: string | undefined): void {
    if (why !== undefined) this.#post({ kind: 'refused', why });
  }

  #post(message: ToGraphPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function memoryKey(queueUri: string): string {
  return `graph:${queueUri}`;
}

/** The column in which text is shown already, so that the graph stays in view; nothing when there is only one. */
function otherColumn(graphColumn: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== graphColumn)
    ?.viewColumn;
}
