/** Entry of the extension: wiring only. */
import * as vscode from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { setContextKey } from './contextKeys';
import { extensionApi, type ExtensionApi } from './extensionApi';
import { GraphPanels } from './graph/graphPanels';
import { GuardAlarms } from './guard/guardAlarms';
import { provideLastGood } from './guard/lastGoodContent';
import { QueueClient } from './languageClient';
import { watchLateWrites } from './lateWrites';
import { askQuery } from './query/askQuery';
import { QueueFilter } from './query/queueFilter';
import { SnapshotStore } from './snapshotStore';
import { startWhenNeeded } from './startWhenNeeded';
import { StatusBar } from './statusBar';
import { toStatus } from './toStatus';
import { answerServer } from './workers/answerServer';
import { GatewayToken } from './workers/gatewayToken';
import { workerRoom } from './workers/workerRoom';
import { whenWorkersDiffer } from './workers/whenWorkersDiffer';
import { WorkerStore } from './workers/workerStore';
import { QueueTree } from './tree/queueTree';

let client: QueueClient | undefined;

/** Sets up the view and the commands; the language server starts once there is a queue. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const log = vscode.window.createOutputChannel('Proactive Jobs', { log: true });
  const store = new SnapshotStore();
  const workerStore = new WorkerStore();
  const token = new GatewayToken(context.secrets);
  const filter = new QueueFilter((text, why) =>
    askQuery(server, text, why === undefined ? {} : { why }),
  );
  const tree = new QueueTree(store, workerStore, filter);
  const statusBar = new StatusBar();
  const serverModule = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const guardAlarms = new GuardAlarms(log);
  const storageDirectory = context.storageUri?.fsPath;
  const server = new QueueClient({ serverModule, storageDirectory }, log, {
    stateChanged: (state) => {
      log.info(`server ${state}`);
      if (state === 'starting') store.setScanning(true);
      else if (state !== 'running') store.serverGone();
      show();
    },
    snapshot: (snapshot) => {
      store.receive(snapshot);
    },
    guardAlarm: (params) => {
      guardAlarms.receive(params, server);
    },
    workers: ({ workers }) => {
      workerStore.receive(workers);
    },
    created: (connected) => {
      answerServer(connected, token);
    },
  });
  client = server;
  const { extensionUri, workspaceState: memory } = context;
  const graphs = new GraphPanels({
    ...{ extensionUri, client: server, store, log, memory },
    onWorkers: (listener) => whenWorkersDiffer(workerStore, listener),
  });
  const workers = workerRoom(server, workerStore, token, log, context.workspaceState);
  const show = (): void => {
    const { snapshot } = store.state;
    setContextKey('proactiveJobs.hasQueue', snapshot.queues.length > 0);
    setContextKey('proactiveJobs.scanning', snapshot.scanning);
    setContextKey('proactiveJobs.serverState', server.state);
    statusBar.show(toStatus(store.state, server.state, workerStore.workers));
  };
  const start = (): void => void server.start();
  store.onChange(show);
  store.onChange(() => void filter.refresh());
  filter.onChange(() => {
    setContextKey('proactiveJobs.isFiltered', filter.state !== undefined);
  });
  workerStore.onChange(show);
  store.setScanning(true);

  context.subscriptions.push(
    log,
    tree,
    statusBar,
    server,
    provideLastGood(server),
    watchLateWrites(log),
    graphs,
    workers.disposable,
    registerCommands({ client: server, store, tree, filter, graphs, log, workers }),
    startWhenNeeded(start, (isNeeded) => {
      if (!isNeeded && server.state === 'idle') store.setScanning(false);
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void server.recheck();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // The documents that the server sees are chosen when it starts.
      const isChanged = ['queue.files', 'spawnQueue.folder'].some((name) =>
        event.affectsConfiguration(`proactiveJobs.${name}`),
      );
      if (isChanged && server.state !== 'idle') void server.restart();
    }),
  );
  return extensionApi(store, server, tree, workerStore, token);
}

/** Stops the language server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
