/** The language server as the rest of the client sees it: what it is told and asked, and what comes from it. */
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
import { ServerLife } from './serverLife';
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
  readonly #life: ServerLife<LanguageClient>;

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
    this.#life = new ServerLife({
      create: (crashed) => this.#create(crashed),
      stateChanged: (state) => events.stateChanged(state),
      now: () => Date.now(),
      after(milliseconds, task) {
        const timer = setTimeout(task, milliseconds);
        return () => clearTimeout(timer);
      },
      log,
    });
  }

  get state(): ServerState {
    return this.#life.state;
  }

  /** Starts the server, unless it was started before. Troubles are logged and tried again. */
  start(): Promise<void> {
    return this.#life.start();
  }

  /** Stops the server and starts a new one, however often it has crashed. */
  restart(): Promise<void> {
    return this.#life.restart();
  }

  /** Stops the server and calls off a restart that is due; `start`, `restart` and `rescan` bring one back. */
  stop(): Promise<void> {
    return this.#life.stop();
  }

  /** Has the server search the workspace again. */
  async rescan(): Promise<void> {
    if (this.state === 'running') await this.#life.server?.sendNotification(rescanNotification);
    else await this.restart();
  }

  /** Has the server look at the known files again. */
  async recheck(): Promise<void> {
    if (this.state === 'running') await this.#life.server?.sendNotification(recheckNotification);
  }

  /** Tells the server something, one that is starting as soon as it answers; the next one learns it when it starts. */
  async notify(method: string, params: object): Promise<void> {
    try {
      await this.#life.server?.sendNotification(method, params);
    } catch (error) {
      this.#log.debug(`The language server was not told of ${method}.`, error);
    }
  }

  /** The answer of the server; nothing while it does not run, or when it has none. */
  async request<Result>(method: string, params: object): Promise<Result | undefined> {
    if (this.state !== 'running') return undefined;
    return (await this.#life.server?.sendRequest<Result | null>(method, params)) ?? undefined;
  }

  dispose(): void {
    this.#lenses.dispose();
    void this.stop();
  }

  #create(crashed: () => void): LanguageClient {
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
          crashed();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
    const client = new LanguageClient('proactiveJobs', 'Proactive Jobs', server, options);
    client.onNotification(snapshotNotification, (snapshot: SnapshotParams) => {
      if (this.#life.server === client) this.#events.snapshot(snapshot);
    });
    client.onNotification(guardAlarmNotification, (params: GuardAlarmParams) => {
      if (this.#life.server === client) this.#events.guardAlarm(params);
    });
    client.onNotification(workersNotification, (params: WorkersParams) => {
      if (this.#life.server === client) this.#events.workers(params);
    });
    this.#events.created(client);
    return client;
  }
}
