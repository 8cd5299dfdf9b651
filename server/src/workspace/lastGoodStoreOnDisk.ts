/**
 * Good contents of queues as files in a folder of the editor's storage. File names are hash of the queue's URI, time and
 * a counter; a file is written beside and renamed, so that a half-written one is never read.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type KeptLimits,
  keptLimits,
  type KeptVersion,
  type LastGoodStore,
  tooMany,
} from './lastGoodStore';
import type { Logger } from './ports';

const fileName = /^([0-9a-f]{32})-(\d{15})-(\d{6})\.md$/;
const leftBehind = /\.tmp$/;

export class LastGoodStoreOnDisk implements LastGoodStore {
  readonly #folder: string;
  readonly #logger: Logger;
  readonly #limits: KeptLimits;
  #count = 0;
  /** One write at a time: each looks at what the one before has left. */
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string, logger: Logger, limits: KeptLimits = keptLimits) {
    this.#folder = join(folder, 'last-good');
    this.#logger = logger;
    this.#limits = limits;
  }

  async versions(uri: string): Promise<readonly KeptVersion[]> {
    await this.#writing;
    const own = (await this.#names()).filter((name) => name.startsWith(hashOf(uri)));
    const read = await Promise.all(own.map((name) => this.#read(name)));
    return read.filter((version) => version !== undefined);
  }

  keep(uri: string, text: string, now: number): Promise<void> {
    this.#writing = this.#writing
      .then(() => this.#keep(uri, text, now))
      .catch((error: unknown) => {
        this.#logger.warn('lastGood.notKept', { uri, error });
      });
    return this.#writing;
  }

  async #keep(uri: string, text: string, now: number): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const names = await this.#names();
    const newest = names.find((name) => name.startsWith(hashOf(uri)));
    if (newest !== undefined && (await this.#read(newest))?.text === text) return;
    // Should the clock go back, the newest stays the newest by its time.
    const time = Math.max(now, newest === undefined ? 0 : keptAtOf(newest) + 1);
    const counter = String(this.#count++ % 1_000_000).padStart(6, '0');
    const name = `${hashOf(uri)}-${String(time).padStart(15, '0')}-${counter}.md`;
    const temporary = join(this.#folder, `${randomUUID()}.tmp`);
    await writeFile(temporary, text, 'utf8');
    await rename(temporary, join(this.#folder, name));
    await this.#prune([name, ...names]);
  }

  async #prune(names: readonly string[]): Promise<void> {
    const newestFirst = [...names].sort((a, b) => keptAtOf(b) - keptAtOf(a));
    const sized = await Promise.all(
      newestFirst.map(async (name) => ({ uri: name.slice(0, 32), size: await this.#size(name) })),
    );
    const over = tooMany(sized, this.#limits);
    const gone = newestFirst.filter((_, index) => over.has(index));
    await Promise.all(gone.map((name) => rm(join(this.#folder, name), { force: true })));
  }

  /** Names of kept files, the newest first; what a crash left behind is removed. */
  async #names(): Promise<readonly string[]> {
    const entries = await readdir(this.#folder).catch(() => []); // Nothing was kept so far.
    const stale = entries.filter((name) => leftBehind.test(name));
    await Promise.all(stale.map((name) => rm(join(this.#folder, name), { force: true })));
    return entries.filter((name) => fileName.test(name)).sort((a, b) => keptAtOf(b) - keptAtOf(a));
  }

  async #read(name: string): Promise<KeptVersion | undefined> {
    try {
      const text = await readFile(join(this.#folder, name), 'utf8');
      return { name, keptAt: keptAtOf(name), text };
    } catch (error) {
      this.#logger.warn('lastGood.unreadable', { name, error });
      return undefined;
    }
  }

  async #size(name: string): Promise<number> {
    return stat(join(this.#folder, name)).then(
      ({ size }) => size,
      () => 0, // Another window has removed it.
    );
  }
}

function hashOf(uri: string): string {
  return createHash('sha256').update(uri).digest('hex').slice(0, 32);
}

function keptAtOf(name: string): number {
  return Number(fileName.exec(name)?.[2] ?? 0);
}
