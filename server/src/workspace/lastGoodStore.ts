/** Keeps contents of queues that were good, so that what vanishes later can come back: the port, and one without a disk. */

export interface KeptVersion {
  /** Names it among those of its queue. */
  readonly name: string;
  /** When it was kept, in ms since the epoch. */
  readonly keptAt: number;
  readonly text: string;
}

export interface LastGoodStore {
  /** Kept contents of a queue, the newest first; troubles with the disk make it shorter, never fail. */
  versions(uri: string): Promise<readonly KeptVersion[]>;
  /** Keeps a content, unless it is the newest one already; the oldest ones may have to go. */
  keep(uri: string, text: string, now: number): Promise<void>;
}

/** How much is kept: contents of one queue, and characters of all of them. */
export interface KeptLimits {
  readonly versions: number;
  readonly characters: number;
}

export const keptLimits: KeptLimits = { versions: 20, characters: 5 * 1024 * 1024 };

/** Forgets everything with the process: for editors that offer no place to store. */
export function memoryLastGoodStore(limits: KeptLimits = keptLimits): LastGoodStore {
  let kept: (KeptVersion & { readonly uri: string })[] = [];
  let count = 0;
  return {
    versions: (uri) => Promise.resolve(kept.filter((version) => version.uri === uri)),
    keep: (uri, text, keptAt) => {
      if (kept.find((version) => version.uri === uri)?.text === text) return Promise.resolve();
      const all = [{ uri, name: String(++count), keptAt, text }, ...kept];
      const isOver = tooMany(
        all.map((version) => ({ ...version, size: version.text.length })),
        limits,
      );
      kept = all.filter((_, index) => !isOver.has(index));
      return Promise.resolve();
    },
  };
}

/** Indices of those, newest first, that are beyond the limits. The newest of all always stays. */
export function tooMany(
  newestFirst: readonly { readonly uri: string; readonly size: number }[],
  limits: KeptLimits,
): ReadonlySet<number> {
  const over = new Set<number>();
  const counts = new Map<string, number>();
  let characters = 0;
  for (const [index, { uri, size }] of newestFirst.entries()) {
    const count = (counts.get(uri) ?? 0) + 1;
    const isTooMuch = index > 0 && characters + size > limits.characters;
    if (count > limits.versions || isTooMuch) over.add(index);
    else {
      counts.set(uri, count);
      characters += size;
    }
  }
  return over;
}
