/**
 * One worker engine for each workspace folder, opened when it is first asked for, and again when what its back ends are
 * made from changes. Other settings are read at each call, so that what is under way is not disturbed.
 */
import { queueInKey } from '../core/model/taskKey';
import type { QueueSession } from '../session/queueSession';
import type { Logger } from '../workspace/ports';
import { pathBelow } from '../workspace/uris';
import type { WorkerEngine } from '../workers/workerEngine';
import type { QueueDesk } from '../workers/workerPorts';
import { setupOf, type WorkersConfig, type WorkerSecrets } from '../workers/workersConfig';

/** What an engine is opened with. */
export interface EngineOrder {
  readonly folderUri: string;
  /** As the settings say now. */
  config(): WorkersConfig;
  /** Folder of each project's repository, by its name. */
  projects(): Readonly<Record<string, string>>;
  readonly desk: QueueDesk;
  readonly secrets: WorkerSecrets;
  readonly isTrusted: () => boolean;
  readonly logger: Logger;
}
export type OpenEngine = (order: EngineOrder) => Promise<WorkerEngine>;

/** What the settings say of one folder. */
export interface FolderOfWorkers {
  readonly uri: string;
  readonly config: WorkersConfig;
  readonly projects: Readonly<Record<string, string>>;
}

export class WorkerEngines {
  readonly #open: OpenEngine | undefined;
  readonly #ports: Omit<EngineOrder, 'folderUri' | 'config' | 'projects'>;
  readonly #session: QueueSession;
  #folders: ReadonlyMap<string, FolderOfWorkers> = new Map();
  readonly #engines = new Map<string, Promise<WorkerEngine>>();

  constructor(
    open: OpenEngine | undefined,
    session: QueueSession,
    ports: Omit<EngineOrder, 'folderUri' | 'config' | 'projects'>,
  ) {
    this.#open = open;
    this.#session = session;
    this.#ports = ports;
  }

  /** Takes new settings. Engines whose back ends stay as they are set up are kept. */
  configure(folders: readonly FolderOfWorkers[]): void {
    const before = this.#folders;
    this.#folders = new Map(folders.map((folder) => [folder.uri, folder]));
    for (const uri of [...this.#engines.keys()]) {
      const [old, now] = [before.get(uri), this.#folders.get(uri)].map(
        (folder) => folder && JSON.stringify(setupOf(folder.config)),
      );
      if (old !== now) this.#close(uri);
    }
  }

  get folders(): readonly FolderOfWorkers[] {
    return [...this.#folders.values()];
  }

  /**
   * The engine of the folder that holds the task's queue, or held it as long as there was one; nothing for a queue
   * outside of every folder.
   */
  async of(key: string): Promise<WorkerEngine | undefined> {
    const picture = this.#session.picture ?? (await this.#session.current());
    const uri = queueInKey(key);
    const folderUri = picture?.files.get(uri)?.folderUri ?? this.#innermost(uri);
    return folderUri === undefined ? undefined : this.#engine(folderUri);
  }

  /** The engines of all folders that hold a queue, and those that are open since they held one. */
  async all(): Promise<readonly WorkerEngine[]> {
    const files = [...(this.#session.picture?.files.values() ?? [])];
    const uris = [...this.#folders.keys()].filter(
      (uri) => this.#engines.has(uri) || files.some(({ folderUri }) => folderUri === uri),
    );
    return Promise.all(uris.flatMap((uri) => this.#engine(uri) ?? []));
  }

  dispose(): void {
    for (const uri of [...this.#engines.keys()]) this.#close(uri);
  }

  #innermost(uri: string): string | undefined {
    return [...this.#folders.keys()]
      .filter((folder) => pathBelow(folder, uri) !== undefined)
      .sort((a, b) => b.length - a.length)[0];
  }

  #engine(uri: string): Promise<WorkerEngine> | undefined {
    const folder = this.#folders.get(uri);
    if (folder === undefined || this.#open === undefined) return undefined;
    const known = this.#engines.get(uri);
    if (known !== undefined) return known;
    // A folder that is gone has its engine closed; until then it has the settings that it had.
    const now = () => this.#folders.get(uri) ?? folder;
    const opening = this.#open({
      ...this.#ports,
      folderUri: uri,
      config: () => now().config,
      projects: () => now().projects,
    });
    this.#engines.set(uri, opening);
    // What could not be opened is tried again by the next question.
    opening.catch(() => {
      if (this.#engines.get(uri) === opening) this.#engines.delete(uri);
    });
    return opening;
  }

  #close(uri: string): void {
    const engine = this.#engines.get(uri);
    this.#engines.delete(uri);
    engine
      ?.then((opened) => opened.dispose())
      .catch((error: unknown) => {
        this.#ports.logger.warn('workers.close', { error });
      });
  }
}
