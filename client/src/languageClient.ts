/** Runs the language server: starts it, restarts it after a crash with growing pauses, and says how it is. */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import {
  guardAlarmNotification,
  type GuardAlarmParams,
} from '../../server/src/protocol/guardMessages';
import { commandIds } from '../../server/src/protocol/commandIds';
import {
  recheckNotification,
  rescanNotification,
  snapshotNotification,
  type SnapshotParams,
} from '../../server/src/protocol/requests';
import { workersNotification, type WorkersParams } from '../../server/src/protocol/workerMessages';
import { documentSelector, queueGlobs } from './queueSelector';
import { restartDelay } from './restartDelay';
import type { ServerState } from './serverState';
import { LensCommands } from './workers/lensCommands';
import { configurationMiddleware } from './workers/machineSettings';

export interface ClientEvents {
  stateChanged(state: ServerState): void;
  snapshot(snapshot: SnapshotParams): void;
  guardAlarm(params: GuardAlarmParams): void;
  workers(params: WorkersParams): void;
  /** A client was made and is about to be started: requests of its server can be answered from now on. */
  created(client: LanguageClient): void;
}

/** Commands that a hover may hold: their arguments are keys, and the words around them are escaped. */
const hoverCommands: readonly string[] = [
  commandIds.spawnWorker,
  commandIds.previewPrompt,
  commandIds.watchWorker,
  commandIds.stopWorker,
  commandIds.retryWorker,
  commandIds.claimTask,
];

export interface ServerPlaces {
  readonly serverModule: string;
  readonly storageDirectory: string | undefined;
}

export class QueueClient implements vscode.Disposable {
  readonly #serverModule: string;
  readonly #storageDirectory: string | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #events: ClientEvents;
  readonly #lenses = new LensCommands();
  #client: LanguageClient | undefined;
  #state: ServerState = 'idle';
  #crashes: number[] = [];
  #restartTimer: NodeJS.Timeout | undefined;

  /** `storageDirectory`: where the server may keep files of its own; nothing is kept without. */
  constructor(
    { serverModule, storageDirectory }: ServerPlaces,
    log: vscode.LogOutputChannel,
    events: ClientEvents,
  ) {
    this.#serverModule = serverModule;
    this.#storageDirectory = storageDirectory;
    this.#log = log;
    this.#events = events;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server, unless it was started before. Troubles are logged and tried again. */
  async start(): Promise<void> {
    if (this.#client !== undefined) return;
    this.#setState(this.#crashes.length > 0 ? 'restarting' : 'starting');
    const client = this.#create();
    this.#client = client;
    try {
      await client.start();
      if (this.#client === client) this.#setState('running');
    } catch (error) {
      this.#log.error('The language server did not start.', error);
      this.#crashed(client);
    }
  }

  /** Stops the server and starts a new one, however often it has crashed. */
  async restart(): Promise<void> {
    this.#crashes = [];
    await this.stop();
    await this.start();
  }

  /** Stops the server and calls off a restart that is due; `start`, `restart` and `rescan` bring one back. */
  async stop(): Promise<void> {
    clearTimeout(this.#restartTimer);
    const client = this.#client;
    this.#client = undefined;
    this.#setState('stopped');
    await this.#end(client);
  }

  /** Has the server search the workspace again. */
  async rescan(): Promise<void> {
    if (this.#state === 'running') await this.#client?.sendNotification(rescanNotification);
    else await this.restart();
  }

  /** Has the server look at the known files again. */
  async recheck(): Promise<void> {
    if (this.#state === 'running') await this.#client?.sendNotification(recheckNotification);
  }

  /** Tells the server something; it learns the rest when it starts. */
  async notify(method: string, params: object): Promise<void> {
    if (this.#state === 'running') await this.#client?.sendNotification(method, params);
  }

  /** The answer of the server; nothing while it does not run, or when it has none. */
  async request<Result>(method: string, params: object): Promise<Result | undefined> {
    if (this.#state !== 'running') return undefined;
    return (await this.#client?.sendRequest<Result | null>(method, params)) ?? undefined;
  }

  dispose(): void {
    this.#lenses.dispose();
    void this.stop();
  }

  #create(): LanguageClient {
    const module = this.#serverModule;
    const run = { module, transport: TransportKind.ipc };
    const execArgv = ['--nolazy', '--inspect=6009'];
    const server: ServerOptions = { run, debug: { ...run, options: { execArgv } } };
    const options: LanguageClientOptions = {
      documentSelector: documentSelector(queueGlobs()),
      outputChannel: this.#log,
      diagnosticCollectionName: 'proactive-jobs',
      initializationOptions: {
        storageDirectory: this.#storageDirectory,
        workers: { isTrusted: vscode.workspace.isTrusted },
      },
      middleware: { ...this.#lenses.middleware, workspace: configurationMiddleware },
      // Text of a queue is data: no HTML, and no commands besides ours.
      markdown: { isTrusted: { enabledCommands: hoverCommands }, supportHtml: false },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          this.#crashed(client);
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
    const client = new LanguageClient('proactiveJobs', 'Proactive Jobs', server, options);
    client.onNotification(snapshotNotification, (snapshot: SnapshotParams) => {
      if (this.#client === client) this.#events.snapshot(snapshot);
    });
    client.onNotification(guardAlarmNotification, (params: GuardAlarmParams) => {
      if (this.#client === client) this.#events.guardAlarm(params);
    });
    client.onNotification(workersNotification, (params: WorkersParams) => {
      if (this.#client === client) this.#events.workers(params);
    });
    this.#events.created(client);
    return client;
  }

  /** Each client crashes once, whichever way the news comes. */
  #crashed(client: LanguageClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    const now = Date.now();
    this.#crashes.push(now);
    const delay = restartDelay(this.#crashes, now);
    if (delay === undefined) {
      this.#log.error('The language server crashed too often. Use "Restart Server" to try again.');
      this.#setState('failed');
      return;
    }
    this.#log.warn(`The language server is gone. It is started again in ${delay} ms.`);
    this.#setState('restarting');
    this.#restartTimer = setTimeout(() => {
      void this.#end(client).then(() => this.start());
    }, delay);
  }

  async #end(client: LanguageClient | undefined): Promise<void> {
    try {
      await client?.dispose();
    } catch (error) {
      this.#log.debug('The language client did not end as it should.', error);
    }
  }

  #setState(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#events.stateChanged(state);
  }
}
