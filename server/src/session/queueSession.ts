/**
 * The single writer: texts, files, settings and the clock go in, pictures come out. A change supersedes the work that is
 * under way, unless that is due. Knows nothing of editors: `lsp/` and `cli/` bring the texts and show the pictures.
 */
import type { QueueDocument } from '../core/model/queueDocument';
import { DocumentStore, type CurrentText } from '../workspace/documentStore';
import { normalUri, pathBelow } from '../workspace/uris';
import { buildPicture } from './buildPicture';
import { DocumentMemo } from './documentMemo';
import type { Picture } from './picture';
import { inZoneAt } from './inZoneAt';
import { Listeners } from './listeners';
import { MinuteTick } from './minuteTick';
import { QueueDisk } from './queueDisk';
import { queueSources } from './queueSources';
import { RebuildTimer } from './rebuildTimer';
import { RunFiles } from './runFiles';
import type { ReadingProgress } from './runFileShelf';
import { queuePlaces, type QueuePlace, type SessionConfig } from './sessionConfig';
import type { SessionPorts } from './sessionPorts';
import { Slices } from './slices';

export class QueueSession {
  readonly #ports: SessionPorts;
  readonly #store = new DocumentStore();
  readonly #disk: QueueDisk;
  readonly #memo: DocumentMemo;
  readonly #runFiles: RunFiles;
  readonly #timer: RebuildTimer;
  readonly #tick: MinuteTick;
  readonly #listeners: Listeners<Picture>;
  #config: SessionConfig;
  #placeOf: (uri: string) => QueuePlace | undefined;
  #picture: Picture | undefined;
  #revision = 0;
  /** Counts changes; work that began under an older number is dropped. */
  #change = 0;
  #running: Promise<void> | undefined;
  #scanning = true;
  #disposed = false;

  constructor(config: SessionConfig, ports: SessionPorts) {
    this.#config = config;
    this.#ports = ports;
    this.#listeners = new Listeners(ports.logger);
    const folderOf = (uri: string) => this.#placeOf(uri)?.folderUri;
    this.#disk = new QueueDisk(this.#store, ports.files, ports.logger, folderOf);
    this.#memo = new DocumentMemo(ports.engine);
    this.#runFiles = new RunFiles(config, { ...ports, changed: () => this.redraw() });
    this.#timer = new RebuildTimer(ports.clock, () => void this.#rebuild());
    this.#tick = new MinuteTick(ports.clock, () => this.redraw());
    this.#placeOf = queuePlaces(config);
  }

  /** The newest picture, which may be behind the texts; nothing before the first one. */
  get picture(): Picture | undefined {
    return this.#picture;
  }

  /** Calls `listener` with every new picture. */
  onPicture(listener: (picture: Picture) => void): void {
    this.#listeners.add(listener);
  }

  /** Tells how far the reading of the files beside the queues has come; nothing at its end. */
  onReading(listener: (progress: ReadingProgress | undefined) => void): void {
    this.#runFiles.onReading(listener);
  }

  /** Takes new settings or folders, and searches again. */
  async configure(config: SessionConfig): Promise<void> {
    this.#config = config;
    this.#placeOf = queuePlaces(config);
    this.#runFiles.configure(config);
    this.#changed('now');
    await this.rescan();
  }

  /** Searches all folders for queues and reads them again. */
  async rescan(): Promise<void> {
    // Files outside of every folder count only while they are open.
    const isQueue = (uri: string): boolean => this.#placeOf(uri)?.folderUri !== undefined;
    if (!(await this.#disk.search(this.#config, isQueue))) return;
    this.#scanning = false;
    this.#runFiles.searchAgain();
    this.#changed('now');
  }

  /** Reads the known files again: for when events may have been missed. */
  async recheck(): Promise<void> {
    await this.#look(this.#store.diskUris());
    await this.#runFiles.recheck();
  }

  /** The editor opened a file, queue or not. */
  opened(uri: string, version: number, text: string): void {
    this.#keep(uri, version, text, 'now');
    // An editor that starts again shows what it had, also of files that have been deleted since.
    void this.#look(this.#disk.unseen(normalUri(uri)));
  }

  /** Somebody types. */
  edited(uri: string, version: number, text: string): void {
    this.#keep(uri, version, text, 'typing');
  }

  /** The editor closed a file: what stands on disk counts again, if it lies in one of our folders. */
  async closed(uri: string): Promise<void> {
    const key = normalUri(uri);
    this.#store.close(key);
    await this.#runFiles.close(key);
    const place = this.#placeOf(key);
    if (place === undefined) return;
    if (place.folderUri !== undefined) await this.#look([key]);
    this.#changed('now');
  }

  /** Files, or folders that held some, were created, changed or deleted outside of the editor. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const keys = uris.map(normalUri);
    const below = this.#store
      .diskUris()
      .filter((known) => keys.some((key) => pathBelow(key, known) !== undefined));
    const queues = [...keys, ...below].filter((uri) => this.#placeOf(uri)?.folderUri !== undefined);
    await this.#look(new Set(queues));
    await this.#runFiles.filesChanged(keys);
  }

  /** The text that counts for a file: the open buffer, else the disk. */
  textOf(uri: string): CurrentText | undefined {
    return this.#store.current(normalUri(uri));
  }

  /** A queue file as it reads now, without waiting for the others; nothing for other files. */
  document(uri: string): QueueDocument | undefined {
    const key = normalUri(uri);
    const current = this.#store.current(key);
    if (current === undefined || this.#placeOf(key) === undefined) return undefined;
    return this.#memo.read(key, current.text, this.#config.core);
  }

  /** A picture of the texts as they are now. Nothing when it cannot be drawn, or no longer matters. */
  async current(isCancelled: () => boolean = () => false): Promise<Picture | undefined> {
    while (!this.#disposed && !isCancelled()) {
      if (this.#running === undefined && !this.#timer.isWaiting) return this.#picture;
      await this.#rebuild();
    }
    return undefined;
  }

  /** Something that the engine takes in besides the texts has changed. */
  redraw(): void {
    this.#changed('now');
  }

  /** No more pictures: whoever waits for `current` gets nothing. */
  dispose(): void {
    this.#disposed = true;
    this.#change++;
    this.#timer.stop();
    this.#tick.stop();
    this.#listeners.clear();
    this.#runFiles.dispose();
  }

  #keep(uri: string, version: number, text: string, how: 'now' | 'typing'): void {
    const key = normalUri(uri);
    const buffer = { version, text, changedAt: this.#ports.clock.now() };
    this.#store.open(key, buffer);
    const isRunFile = this.#runFiles.open(key, buffer);
    if (isRunFile || this.#placeOf(key) !== undefined) this.#changed(how);
  }

  async #look(uris: Iterable<string>): Promise<void> {
    if (await this.#disk.look(uris, this.#config.core.maxTextLength)) this.#changed('now');
  }

  #changed(how: 'now' | 'typing'): void {
    if (this.#disposed) return;
    // Steady typing must not drop every drawing: one that is due comes to its end, and the next shows what it lacks.
    if (how === 'now' || this.#timer.mayDrop) this.#change++;
    this.#timer.changed(how);
  }

  /** Draws a picture, or joins the drawing under way; resolves when that one is done or dropped. */
  #rebuild(): Promise<void> {
    this.#timer.stop();
    this.#running ??= this.#draw().finally(() => {
      this.#running = undefined;
      if (this.#timer.isLeftBehind && !this.#disposed) void this.#rebuild();
    });
    return this.#running;
  }

  async #draw(): Promise<void> {
    const { clock, logger, engine } = this.#ports;
    const change = this.#change;
    this.#timer.begin();
    const startedAt = clock.now();
    const config = inZoneAt(this.#config, startedAt);
    if (config !== this.#config) this.#runFiles.configure((this.#config = config));
    const slices = new Slices(clock);
    const goOn = async (): Promise<boolean> => {
      await slices.breathe();
      return change === this.#change;
    };
    try {
      const sources = queueSources(this.#store, this.#placeOf);
      this.#memo.retain(new Set(sources.map(({ uri }) => uri)));
      const beside = this.#runFiles.current(new Set(sources.map(({ place }) => place.folderUri)));
      const picture = await buildPicture(
        {
          revision: this.#revision + 1,
          sources,
          runInputs: beside.inputs,
          options: this.#config.core,
          now: startedAt,
          scanning: this.#scanning,
          reading: this.#scanning || beside.isReading,
          previous: this.#picture?.state,
        },
        { engine, memo: this.#memo, runMemo: this.#runFiles.memo, logger, goOn },
      );
      if (picture === undefined || change !== this.#change) return;
      this.#timer.ended();
      this.#publish(picture);
      if (!this.#scanning) void this.#runFiles.readMissing();
      const ms = clock.now() - startedAt;
      logger.debug('session.rebuilt', { revision: picture.revision, queues: sources.length, ms });
    } catch (error) {
      this.#timer.ended();
      logger.error('session.crashed', { error }); // The last picture stays.
    }
  }

  #publish(picture: Picture): void {
    this.#picture = picture;
    this.#revision = picture.revision;
    this.#tick.follow(picture.state);
    this.#listeners.tell(picture);
  }
}
