/** The session's half for the files beside the queues: which folders are read, when, and what of them counts now. */
import type { OpenBuffer } from '../workspace/documentStore';
import { Listeners } from './listeners';
import { RunFileMemo } from './runFileMemo';
import { RunFileShelf, type ReadingProgress } from './runFileShelf';
import { runPlaces, type RunInput } from './runPlaces';
import type { FolderConfig, SessionConfig } from './sessionConfig';
import type { SessionPorts } from './sessionPorts';
import { Slices } from './slices';

export interface RunFilesPorts extends SessionPorts {
  /** Called when a new picture is due. */
  readonly changed: () => void;
}

export class RunFiles {
  readonly memo: RunFileMemo;
  readonly #ports: RunFilesPorts;
  readonly #shelf: RunFileShelf;
  readonly #listeners: Listeners<ReadingProgress | undefined>;
  #config: SessionConfig;
  /** Those that hold a queue. */
  #folders: readonly FolderConfig[] = [];

  constructor(config: SessionConfig, ports: RunFilesPorts) {
    this.#config = config;
    this.#ports = ports;
    this.#listeners = new Listeners(ports.logger);
    this.memo = new RunFileMemo(ports.engine, ports.logger);
    const slices = new Slices(ports.clock);
    this.#shelf = new RunFileShelf({
      files: ports.files,
      logger: ports.logger,
      prepare: (source) => {
        this.memo.readOne(source, this.#config.core.localOffsetMinutes);
        return slices.breathe();
      },
      progress: (progress) => {
        this.#listeners.tell(progress);
      },
    });
  }

  /** Tells how far the reading has come; nothing at its end. */
  onReading(listener: (progress: ReadingProgress | undefined) => void): void {
    this.#listeners.add(listener);
  }

  /** Takes new folders and settings; what belongs to none of them any more is forgotten at once. */
  configure(config: SessionConfig): void {
    this.#config = config;
    const read = config.folders.filter(({ readsRunFiles }) => readsRunFiles);
    this.#shelf.configure(runPlaces(config), new Set(read.map(({ uri }) => uri)));
  }

  /** Has all folders searched again, behind the next picture. */
  searchAgain(): void {
    this.#shelf.searchAgain();
  }

  /** True when an open file counts here. */
  open(uri: string, buffer: OpenBuffer): boolean {
    return this.#shelf.open(uri, buffer);
  }

  /**
   * The disk counts again. Resolves when it has been read, and asks for a picture where the file lies in one of the
   * folders.
   */
  async close(uri: string): Promise<void> {
    if (await this.#shelf.close(uri)) this.#ports.changed();
  }

  /** Reads what changed on disk, and asks for a picture where that says something new. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (await this.#shelf.changed(uris)) this.#ports.changed();
  }

  /** Looks at every known file again, and asks for a picture where one says something new. */
  async recheck(): Promise<void> {
    if (await this.#shelf.recheck()) this.#ports.changed();
  }

  /** What counts now, and whether more is to come; `queueFolders` are the folders that hold a queue. */
  current(queueFolders: ReadonlySet<string | undefined>): {
    readonly inputs: readonly RunInput[];
    readonly isReading: boolean;
  } {
    this.#folders = this.#config.folders.filter(
      ({ uri, readsRunFiles }) => readsRunFiles && queueFolders.has(uri),
    );
    const isReading = this.#shelf.isReading(this.#folders);
    return { inputs: this.#shelf.inputs(this.#folders), isReading };
  }

  /** Reads what has not been read: to be called behind a picture, since queues and tree come first. */
  async readMissing(): Promise<void> {
    try {
      if (await this.#shelf.search(this.#folders)) this.#ports.changed();
    } catch (error) {
      this.#ports.logger.error('runFiles.crashed', { error });
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
