/** Files in memory: the real port, without a disk. */
import type { FileGlobs, FileRead, Files, FoundFiles } from '../../server/src/workspace/ports';
import { queueMatcher } from '../../server/src/workspace/queueGlobs';
import { pathBelow } from '../../server/src/workspace/uris';

export class MemoryFiles implements Files {
  readonly entries = new Map<string, FileRead>();
  /** How often each file was read. */
  readonly reads = new Map<string, number>();
  /** Files that are reached through a link. */
  readonly behindLinks = new Set<string>();
  /** When a file changes that is written without a time: a little later each time. */
  nextTime = Date.UTC(2026, 0, 15, 11);
  /** Reading waits for this, when set. */
  gate: Promise<void> | undefined;

  constructor(texts: Readonly<Record<string, string>> = {}) {
    for (const [uri, text] of Object.entries(texts)) this.write(uri, text);
  }

  write(uri: string, text: string, modifiedAt = this.nextTime++): void {
    this.entries.set(uri, { kind: 'text', text, truncated: false, modifiedAt });
  }

  delete(uri: string): void {
    this.entries.delete(uri);
  }

  async read(uri: string): Promise<FileRead> {
    this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
    const entry = this.entries.get(uri) ?? { kind: 'missing' };
    await this.gate;
    return entry;
  }

  async readInside(
    folderUri: string,
    uri: string,
    _maxTextLength: number,
    knownTime: number | undefined,
  ): Promise<FileRead | 'same'> {
    if (pathBelow(folderUri, uri) === undefined || this.behindLinks.has(uri))
      return { kind: 'missing' };
    const entry = this.entries.get(uri);
    const isKnown = entry?.kind === 'text' && entry.modifiedAt === knownTime;
    return isKnown ? 'same' : this.read(uri);
  }

  find(folderUri: string, globs: FileGlobs): Promise<FoundFiles> {
    const isChosen = queueMatcher(globs);
    const uris = [...this.entries].flatMap(([uri, { kind }]) => {
      const path =
        kind === 'directory' || this.behindLinks.has(uri) ? undefined : pathBelow(folderUri, uri);
      return path !== undefined && isChosen(path) ? [uri] : [];
    });
    return Promise.resolve({ uris: uris.sort(), trouble: undefined });
  }
}
