/** The files beside the queues as read, each kept while its text, its time and the zone stay. */
import type { RunFile, RunSource } from '../core/runs/runFile';
import type { Logger } from '../workspace/ports';
import type { Engine } from './engine';

export class RunFileMemo {
  readonly #engine: Engine;
  readonly #logger: Logger;
  #offset: number | undefined;
  /** By source: a source is never changed, another text is another source. */
  #read = new WeakMap<RunSource, RunFile | 'none'>();
  #sources: readonly RunSource[] = [];
  #files: readonly RunFile[] = [];

  constructor(engine: Engine, logger: Logger) {
    this.#engine = engine;
    this.#logger = logger;
  }

  /** One file; the same object for the same source. Nothing for a place that means nothing, or if we break on it. */
  readOne(source: RunSource, localOffsetMinutes: number | undefined): RunFile | undefined {
    if (localOffsetMinutes !== this.#offset) {
      this.#offset = localOffsetMinutes;
      this.#read = new WeakMap();
      this.#sources = [];
      this.#files = [];
    }
    const known = this.#read.get(source);
    if (known !== undefined) return known === 'none' ? undefined : known;
    const file = this.#tryToRead(source, localOffsetMinutes);
    this.#read.set(source, file ?? 'none');
    return file;
  }

  /** All files, the same array as before when none has changed; nothing when `goOn` says to stop. */
  async readAll(
    sources: readonly RunSource[],
    localOffsetMinutes: number | undefined,
    goOn: () => Promise<boolean>,
  ): Promise<readonly RunFile[] | undefined> {
    const files: RunFile[] = [];
    for (const source of sources) {
      if (!this.#read.has(source) && !(await goOn())) return undefined;
      const file = this.readOne(source, localOffsetMinutes);
      if (file !== undefined) files.push(file);
    }
    const isSame =
      sources.length === this.#sources.length && sources.every((s, i) => s === this.#sources[i]);
    if (!isSame) {
      this.#sources = sources;
      this.#files = files;
    }
    return this.#files;
  }

  #tryToRead(source: RunSource, localOffsetMinutes: number | undefined): RunFile | undefined {
    try {
      return this.#engine.readRunFile(source, localOffsetMinutes);
    } catch (error) {
      this.#logger.error('reader.crashed', { uri: source.uri, error });
      return undefined;
    }
  }
}
