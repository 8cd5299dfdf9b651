/** Workers on the wire: starts, stops and questions come in, the list of all workers goes out after every change. */
import type { Connection } from 'vscode-languageserver/node';
import type { TaskKey } from '../core/model/taskKey';
import {
  openclawTokenName,
  secretRequest,
  secretsChangedNotification,
  trustNotification,
  workersNotification,
  type TrustParams,
  type WorkersParams,
} from '../protocol/workerMessages';
import type { Settings } from '../protocol/settings';
import type { QueueSession } from '../session/queueSession';
import type { Clock, Logger } from '../workspace/ports';
import type { WorkerView } from '../workers/workerEngine';
import type { WorkerSecrets } from '../workers/workersConfig';
import type { ClientFacts } from './clientFacts';
import { guardTask } from './guard';
import { batchView } from './workerBatch';
import { WorkerEngines, type FolderOfWorkers, type OpenEngine } from './workerEngines';
import { workerQueueDesk } from './workerQueueDesk';
import { questionAfter } from './workerFileChanges';
import { answerWorkerRequests } from './workerRequests';
import { toWorkerView } from './workerViews';
import { WorkerWatch } from './workerWatch';

export interface WorkersPorts {
  readonly session: QueueSession;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Absent: this server runs no workers. */
  readonly openEngine: OpenEngine | undefined;
}

/** What other features may know of workers. */
export interface WorkerFace {
  /** The client has our commands. */
  readonly isOffered: boolean;
  readonly isTrusted: boolean;
  readonly lenses: Settings['codeLens'];
  /** The attempt that holds a task; where none does, the last one. */
  latestOf(key: TaskKey): WorkerView | undefined;
  /** Calls `listener` when workers, trust or settings have changed. */
  onChange(listener: () => void): void;
}

export class WorkersFeature implements WorkerFace {
  readonly #connection: Connection;
  readonly #session: QueueSession;
  readonly #logger: Logger;
  readonly #engines: WorkerEngines;
  readonly #watch: WorkerWatch;
  readonly #listeners: (() => void)[] = [];
  #facts: ClientFacts['workers'];
  #isTrusted = false;
  #lenses: Settings['codeLens'] = {
    spawn: false,
    watch: false,
    reason: false,
    graph: false,
  };

  constructor(connection: Connection, { session, clock, logger, openEngine }: WorkersPorts) {
    this.#connection = connection;
    this.#session = session;
    this.#logger = logger;
    const searched = new Promise<void>((resolve) => {
      session.onPicture(({ scanning }) => {
        if (!scanning) resolve();
      });
    });
    const canHold = (): boolean => this.isOffered;
    this.#engines = new WorkerEngines(openEngine, session, {
      desk: workerQueueDesk(connection, { session, clock, logger, canHold, searched }),
      secrets: secretsOf(connection, canHold),
      isTrusted: () => this.#isTrusted,
      logger,
    });
    this.#watch = new WorkerWatch({
      clock,
      logger,
      engines: () => this.#engines.all(),
      mayAsk: () => this.#isTrusted,
    });
    this.#follow(searched);
  }

  get isOffered(): boolean {
    return this.#facts !== undefined;
  }

  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  get lenses(): Settings['codeLens'] {
    return this.#lenses;
  }

  latestOf(key: TaskKey): WorkerView | undefined {
    return this.#watch.latestOf(key);
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** What the client said when it connected: without a word on workers it is not trusted. */
  useClient(facts: ClientFacts): void {
    this.#facts = facts.workers;
    this.#isTrusted = facts.workers?.isTrusted === true;
  }

  /** Takes new settings. */
  configure(folders: readonly FolderOfWorkers[], lenses: Settings['codeLens']): void {
    this.#engines.configure(folders);
    this.#lenses = lenses;
    this.#tell();
    void this.#watch.reconcile();
  }

  /** Files were changed outside of the editor: by another window, the command line, or a worker's end. */
  filesChanged(uris: readonly string[]): void {
    const question = questionAfter(uris, this.#engines.folders);
    if (question !== undefined) void this.#watch[question]();
  }

  dispose(): void {
    this.#watch.dispose();
    this.#engines.dispose();
  }

  #follow(searched: Promise<void>): void {
    const connection = this.#connection;
    connection.onNotification(trustNotification, ({ isTrusted }: TrustParams) => {
      guardTask('trust', this.#logger, async () => {
        this.#isTrusted = isTrusted;
        this.#tell();
        await this.#watch.reconcile();
      });
    });
    connection.onNotification(secretsChangedNotification, () => {
      // Engines ask for the token when they connect: there is nothing to open again.
      guardTask('secretsChanged', this.#logger, () => this.#watch.reconcile());
    });
    this.#watch.onChange((workers) => {
      const params: WorkersParams = { workers: workers.map(toWorkerView) };
      void connection.sendNotification(workersNotification, params);
      this.#tell();
    });
    answerWorkerRequests(connection, {
      engineOf: (key) => this.#engines.of(key),
      changed: () => this.#watch.reconcile(),
      batch: async (params) => {
        await searched;
        const picture = await this.#session.current();
        return picture && batchView(picture, params, this.#engines.folders, this.#watch.held);
      },
      logger: this.#logger,
    });
    // What was under way when the last server ended is found again.
    void searched.then(() => this.#watch.reconcile());
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Secrets stay with the client; only the token of the configured gateway is asked for, by its address. */
function secretsOf(connection: Connection, canAsk: () => boolean): WorkerSecrets {
  return {
    async openclawToken(url) {
      if (!canAsk()) return undefined;
      const params = { name: openclawTokenName(url) };
      return (await connection.sendRequest<string | null>(secretRequest, params)) ?? undefined;
    },
  };
}
