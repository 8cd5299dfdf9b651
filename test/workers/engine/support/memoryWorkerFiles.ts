/** The workspace's files in memory, as several engines share them. */
import type { WorkerFiles } from '../../../../server/src/workers/workerPorts';

export class MemoryWorkerFiles implements WorkerFiles {
  readonly texts = new Map<string, string>();
  readonly times = new Map<string, number>();

  constructor(private readonly now: () => number = () => 0) {}

  absolute(path: string): string {
    return `/w/${path}`;
  }

  read(path: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(path));
  }

  create(path: string, text: string): Promise<boolean> {
    if (this.texts.has(path)) return Promise.resolve(false);
    this.#set(path, text);
    return Promise.resolve(true);
  }

  replace(path: string, text: string): Promise<void> {
    this.#set(path, text);
    return Promise.resolve();
  }

  append(path: string, text: string): Promise<void> {
    this.#set(path, (this.texts.get(path) ?? '') + text);
    return Promise.resolve();
  }

  claim(from: string, to: string): Promise<boolean> {
    const text = this.texts.get(from);
    if (text === undefined || this.texts.has(to)) return Promise.resolve(false);
    this.texts.delete(from);
    this.#set(to, text);
    return Promise.resolve(true);
  }

  remove(path: string): Promise<boolean> {
    return Promise.resolve(this.texts.delete(path));
  }

  list(folder: string): Promise<readonly string[]> {
    const names = [...this.texts.keys()].flatMap((path) => {
      const below = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
      return below === '' ? [] : [below.split('/')[0] as string];
    });
    return Promise.resolve([...new Set(names)].sort());
  }

  modifiedAt(path: string): Promise<number | undefined> {
    return Promise.resolve(this.texts.has(path) ? (this.times.get(path) ?? 0) : undefined);
  }

  #set(path: string, text: string): void {
    this.texts.set(path, text);
    this.times.set(path, this.now());
  }
}
