/**
 * The files beside the queues as texts: searched once for each folder that holds a queue, then followed by events. Few
 * are read at a time, and an open buffer wins over the disk.
 */
import { DocumentStore, type OpenBuffer } from '../workspace/documentStore';
import { inParallel } from '../workspace/inParallel';
import type { Files, Logger } from '../workspace/ports';
import type { RunSource } from '../core/runs/runFile';
import { longestRunFile, runGlobsOf, runSource, type RunInput, type RunPlace } from './runPlaces';
import type { FolderConfig } from './sessionConfig';

/** So many files are read at a time. */
const width = 8;

/** A folder with more than that many is none of ours; the last by name are left out. */
const mostFiles = 20_000;

/** How far the reading of files has come. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}

export interface ShelfPorts {
  readonly files: Files;
  readonly logger: Logger;
  /** Called for every text as soon as it is there, so that reading it does not delay the next picture. */
  readonly prepare: (source: RunSource) => Promise<void>;
  readonly progress: (progress: ReadingProgress | undefined) => void;
}

export class RunFileShelf {
  readonly #ports: ShelfPorts;
  readonly #store = new DocumentStore();
  readonly #sources = new Map<string, RunSource>();
  readonly #newestLook = new Map<string, number>();
  #placeOf: (uri: string) => RunPlace | undefined = () => undefined;
  /** Folders whose files are all known; a new search keeps them until it ends. */
  readonly #complete = new Set<string>();
  /** Folders whose search has begun, with its number. */
  readonly #searches = new Map<string, number>();
  #count = 0;

  constructor(ports: ShelfPorts) {
    this.#ports = ports;
  }

  /**
   * Takes new folders and settings; what belongs to none of them any more is forgotten. `read` are the folders whose files
   * are read at all.
   */
  configure(placeOf: (uri: string) => RunPlace | undefined, read: ReadonlySet<string>): void {
    this.#placeOf = placeOf;
    for (const folder of this.#complete) if (!read.has(folder)) this.#complete.delete(folder);
    for (const uri of this.#store.diskUris()) if (placeOf(uri) === undefined) this.#forget(uri);
  }

  /** Has every folder searched again when its turn comes. */
  searchAgain(): void {
    this.#searches.clear();
  }

  /** True while the files of one of these folders are being read. */
  isReading(folders: readonly FolderConfig[]): boolean {
    return folders.some(({ uri }) => !this.#searches.has(uri) || !this.#complete.has(uri));
  }

  /** True when the file counts here, so that a new picture is due. */
  open(uri: string, buffer: OpenBuffer): boolean {
    this.#store.open(uri, buffer);
    return this.#isFollowed(uri);
  }

  /** What stands on disk counts again, if the file lies in one of the folders. */
  async close(uri: string): Promise<boolean> {
    this.#store.close(uri);
    if (!this.#isFollowed(uri)) return false;
    await this.#look([uri], 'always');
    return true;
  }

  /** Searches the folders that have not been searched, one after the other; true when there was one. */
  async search(folders: readonly FolderConfig[]): Promise<boolean> {
    const fresh = folders.filter(({ uri }) => !this.#searches.has(uri));
    for (const { uri } of fresh) this.#searches.set(uri, ++this.#count);
    for (const folder of fresh) await this.#searchOne(folder);
    return fresh.length > 0;
  }

  /** Reads files that changed, and what lies below folders that did; true when that may change what is known. */
  async changed(uris: readonly string[]): Promise<boolean> {
    const named = new Set(uris);
    const below = this.#store
      .diskUris()
      .filter((known) => parentsOf(known).some((parent) => named.has(parent)));
    const files = uris.filter((uri) => this.#isFollowed(uri));
    const hasFolders = uris.filter((uri) => this.#mayHoldFiles(uri)).length > 0;
    return (await this.#look([...new Set([...files, ...below])], 'always')) || hasFolders;
  }

  /** Reads the known files again; those whose time stayed the same are not opened. */
  recheck(): Promise<boolean> {
    return this.#look(this.#store.diskUris(), 'if newer');
  }

  /** The files that count now, by uri: those of folders that are known completely. */
  inputs(folders: readonly FolderConfig[]): readonly RunInput[] {
    const wanted = new Set(folders.map(({ uri }) => uri).filter((uri) => this.#complete.has(uri)));
    const uris = new Set([...this.#store.diskUris(), ...this.#store.openUris()]);
    return [...uris].sort().flatMap((uri) => {
      const place = this.#placeOf(uri);
      const text = place && wanted.has(place.folder) ? this.#store.current(uri) : undefined;
      const source = place && text && this.#sourceOf(uri, place, text);
      return source ? [{ source, place, version: text.version }] : [];
    });
  }

  async #look(
    uris: readonly string[],
    when: 'always' | 'if newer',
    onEach: () => void = () => undefined,
  ): Promise<boolean> {
    let isNews = false;
    await inParallel(uris, width, async (uri) => {
      const knownTime = when === 'always' ? undefined : this.#store.diskTime(uri);
      isNews = (await this.#lookAt(uri, knownTime)) || isNews;
      onEach();
    });
    return isNews;
  }

  async #searchOne(folder: FolderConfig): Promise<void> {
    const { files, logger, progress } = this.#ports;
    const search = this.#searches.get(folder.uri);
    const found = await files.find(folder.uri, runGlobsOf(folder));
    if (found.trouble !== undefined) {
      logger.warn('runFiles.searchFailed', { folder: folder.uri, trouble: found.trouble });
    }
    const uris = found.uris.filter((uri) => this.#placeOf(uri)?.folder === folder.uri);
    if (uris.length > mostFiles) {
      logger.warn('runFiles.tooMany', { folder: folder.uri, found: uris.length, read: mostFiles });
    }
    const known = this.#store.diskUris().filter((uri) => this.#placeOf(uri)?.folder === folder.uri);
    const all = [...new Set([...uris.slice(0, mostFiles), ...known])];
    let done = 0;
    await this.#look(all, 'if newer', () => {
      progress({ done: ++done, total: all.length });
    });
    progress(undefined);
    if (this.#searches.get(folder.uri) !== search) return;
    this.#complete.add(folder.uri);
    logger.info('runFiles.read', { folder: folder.uri, files: all.length });
  }

  async #lookAt(uri: string, knownTime: number | undefined): Promise<boolean> {
    const place = this.#placeOf(uri);
    if (place === undefined) return false;
    const look = ++this.#count;
    this.#newestLook.set(uri, look);
    const { files, logger } = this.#ports;
    const read = await files.readInside(place.folder, uri, longestRunFile, knownTime);
    if (this.#newestLook.get(uri) !== look) return false;
    this.#newestLook.delete(uri);
    if (read === 'same') return false;
    if (read.kind === 'unreadable')
      logger.warn('runFiles.unreadable', { uri, reason: read.reason });
    const isNews = this.#store.setDisk(uri, read);
    const text = this.#store.current(uri);
    if (text === undefined) this.#sources.delete(uri);
    else if (isNews) await this.#prepare(uri, place, text);
    return isNews;
  }

  async #prepare(
    uri: string,
    place: RunPlace,
    text: { readonly text: string; readonly modifiedAt: number },
  ): Promise<void> {
    const source = this.#sourceOf(uri, place, text);
    if (source?.isCut === true || source === undefined) {
      const read = source?.text.length ?? 0;
      this.#ports.logger.warn('runFiles.tooLong', { uri, length: text.text.length, read });
    }
    if (source !== undefined) await this.#ports.prepare(source);
  }

  /** The same object while text and time stay the same. */
  #sourceOf(
    uri: string,
    place: RunPlace,
    text: { readonly text: string; readonly modifiedAt: number },
  ): RunSource | undefined {
    const known = this.#sources.get(uri);
    const isSame =
      known?.modifiedAt === text.modifiedAt &&
      known.folder === place.folder &&
      known.spawnQueue === place.spawnQueue &&
      (known.isCut === true ? text.text.startsWith(known.text) : known.text === text.text);
    if (known && isSame) return known;
    const source = runSource(uri, place, text);
    if (source) this.#sources.set(uri, source);
    else this.#sources.delete(uri);
    return source;
  }

  /** A folder of files that was moved here is announced as that folder only: then it is searched again. */
  #mayHoldFiles(uri: string): boolean {
    if (!/\/scheduler(?:\/|$)/.test(uri) || /\.\w+$/.test(uri)) return false;
    const around = [...this.#searches.keys()].filter((known) => uri.startsWith(`${known}/`));
    // Of folders in each other the innermost one has the files.
    const [folder] = around.sort((a, b) => b.length - a.length);
    return folder !== undefined && this.#searches.delete(folder);
  }

  #isFollowed(uri: string): boolean {
    const place = this.#placeOf(uri);
    return place !== undefined && this.#searches.has(place.folder);
  }

  #forget(uri: string): void {
    this.#newestLook.delete(uri);
    this.#sources.delete(uri);
    this.#store.forgetDisk(uri);
  }
}

/** Every folder that a uri lies in, as a uri without a slash at the end. */
function parentsOf(uri: string): readonly string[] {
  return [...uri.matchAll(/\//g)].map(({ index }) => uri.slice(0, index));
}
