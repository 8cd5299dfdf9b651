/** Texts by URI: what is open in the editor, and what stands on disk. An open buffer wins, and closing it forgets only the buffer. */
import type { FileRead } from './ports';

export interface OpenBuffer {
  readonly version: number;
  readonly text: string;
  /** When it came, in ms since the epoch. */
  readonly changedAt: number;
}

/** The text that counts now; `version` is absent for a file that is not open. */
export interface CurrentText {
  readonly text: string;
  readonly version: number | undefined;
  /** When this text came to be: the file's time, or that of the last keystroke where the buffer says something else. */
  readonly modifiedAt: number;
}

export class DocumentStore {
  readonly #buffers = new Map<string, OpenBuffer>();
  readonly #disk = new Map<string, FileRead>();
  /** Open, and not there at the last look. */
  readonly #gone = new Set<string>();

  /** Takes the text of an open file, and each later one; what is known of the disk stays beside it. */
  open(uri: string, buffer: OpenBuffer): void {
    this.#buffers.set(uri, buffer);
  }

  /** Forgets the buffer: the disk counts again, as it was seen last. */
  close(uri: string): void {
    this.#buffers.delete(uri);
    this.#gone.delete(uri);
  }

  /** What the last look at the disk said; kept beside the buffer. True when it says something new. */
  setDisk(uri: string, read: FileRead): boolean {
    if (read.kind === 'missing' || read.kind === 'directory') return this.#disk.delete(uri);
    const before = this.#disk.get(uri);
    this.#disk.set(uri, read);
    return before === undefined || !sameRead(before, read);
  }

  forgetDisk(uri: string): void {
    this.#disk.delete(uri);
    this.#gone.delete(uri);
  }

  /** What the last look said of whether the file is there at all; counts while it is open. True when that is news. */
  setGone(uri: string, isGone: boolean): boolean {
    if (!isGone || !this.#buffers.has(uri)) return this.#gone.delete(uri);
    const isNews = !this.#gone.has(uri);
    this.#gone.add(uri);
    return isNews;
  }

  /** True for an open file that the last look at the disk did not find; false before the first look. */
  isGone(uri: string): boolean {
    return this.#gone.has(uri);
  }

  /** Whether it is open, and nothing is known of the disk. */
  isUnseen(uri: string): boolean {
    return this.#buffers.has(uri) && !this.#disk.has(uri) && !this.#gone.has(uri);
  }

  openUris(): readonly string[] {
    return [...this.#buffers.keys()];
  }

  /** Those that the last look found, readable or not. */
  diskUris(): readonly string[] {
    return [...this.#disk.keys()];
  }

  /** The time of the file on disk, where it is known. */
  diskTime(uri: string): number | undefined {
    const disk = this.#disk.get(uri);
    return disk?.kind === 'text' ? disk.modifiedAt : undefined;
  }

  /** The buffer, else the disk; nothing for an unknown or unreadable file. */
  current(uri: string): CurrentText | undefined {
    const buffer = this.#buffers.get(uri);
    const disk = this.#disk.get(uri);
    if (buffer !== undefined) {
      const { text, version, changedAt } = buffer;
      const isSaved = disk?.kind === 'text' && disk.text === text;
      return { text, version, modifiedAt: isSaved ? disk.modifiedAt : changedAt };
    }
    if (disk?.kind !== 'text') return undefined;
    return { text: disk.text, version: undefined, modifiedAt: disk.modifiedAt };
  }

  /** Why a file that is not open cannot be read, if that is so. */
  trouble(uri: string): string | undefined {
    const disk = this.#disk.get(uri);
    return !this.#buffers.has(uri) && disk?.kind === 'unreadable' ? disk.reason : undefined;
  }
}

function sameRead(a: FileRead, b: FileRead): boolean {
  if (a.kind === 'text' && b.kind === 'text') {
    return a.text === b.text && a.modifiedAt === b.modifiedAt;
  }
  return a.kind === 'unreadable' && b.kind === 'unreadable' && a.reason === b.reason;
}
