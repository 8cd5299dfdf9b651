/** Keeps the disk half of the document store fresh. Looks may overlap: the newest look at a file is the one that counts. */
import type { DocumentStore } from '../workspace/documentStore';
import type { FileRead, Files, Logger } from '../workspace/ports';
import { normalUri } from '../workspace/uris';
import type { SessionConfig } from './sessionConfig';

export class QueueDisk {
  readonly #store: DocumentStore;
  readonly #files: Files;
  readonly #logger: Logger;
  readonly #newestLook = new Map<string, number>();
  readonly #folderOf: (uri: string) => string | undefined;
  #looks = 0;
  #searches = 0;

  /** `folderOf` names the folder that a file must be reached through, if it belongs to one. */
  constructor(
    store: DocumentStore,
    files: Files,
    logger: Logger,
    folderOf: (uri: string) => string | undefined,
  ) {
    this.#folderOf = folderOf;
    this.#store = store;
    this.#files = files;
    this.#logger = logger;
  }

  /** Reads files; true when one of them says something new. */
  async look(uris: Iterable<string>, maxTextLength: number): Promise<boolean> {
    const news = await Promise.all([...uris].map((uri) => this.#lookAt(uri, maxTextLength)));
    return news.includes(true);
  }

  /** The file, if it is open, belongs to a folder, and nobody knows yet whether it is on the disk. */
  unseen(uri: string): readonly string[] {
    return this.#folderOf(uri) !== undefined && this.#store.isUnseen(uri) ? [uri] : [];
  }

  /** Finds the queues of all folders and reads them; false when a newer search has overtaken this one. */
  async search(config: SessionConfig, isQueue: (uri: string) => boolean): Promise<boolean> {
    const search = ++this.#searches;
    const found = await Promise.all(
      config.folders.map(async ({ uri, globs }) => {
        const { uris, trouble } = await this.#files.find(uri, globs);
        if (trouble !== undefined) {
          this.#logger.warn('workspace.searchFailed', { folder: uri, trouble });
        }
        return uris;
      }),
    );
    if (search !== this.#searches) return false;
    for (const uri of this.#store.diskUris()) if (!isQueue(uri)) this.#forget(uri);
    // Known files are read again even if the search missed them: they may have been created meanwhile.
    const uris = new Set([
      ...found.flat().map(normalUri).filter(isQueue),
      ...this.#store.diskUris(),
      ...this.#store.openUris().filter(isQueue),
    ]);
    await this.look(uris, config.core.maxTextLength);
    if (search !== this.#searches) return false;
    this.#logger.info('workspace.scanned', { queues: this.#store.diskUris().length });
    return true;
  }

  async #lookAt(uri: string, maxTextLength: number): Promise<boolean> {
    const look = ++this.#looks;
    this.#newestLook.set(uri, look);
    const folder = this.#folderOf(uri);
    const read = await (folder === undefined
      ? this.#files.read(uri, maxTextLength)
      : this.#files.readInside(folder, uri, maxTextLength, undefined));
    // What lies behind a link is not read, and is there all the same.
    const isGone = read !== 'same' && isAbsent(read) && isAbsent(await this.#files.read(uri, 0));
    if (this.#newestLook.get(uri) !== look || read === 'same') return false;
    this.#newestLook.delete(uri);
    if (read.kind === 'unreadable') {
      this.#logger.warn('workspace.unreadable', { uri, reason: read.reason });
    }
    if (read.kind === 'directory') this.#logger.info('workspace.isDirectory', { uri });
    const isNews = this.#store.setDisk(uri, read);
    return this.#store.setGone(uri, isGone) || isNews;
  }

  #forget(uri: string): void {
    this.#newestLook.delete(uri);
    this.#store.forgetDisk(uri);
  }
}

function isAbsent({ kind }: FileRead): boolean {
  return kind === 'missing' || kind === 'directory';
}
