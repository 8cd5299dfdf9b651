/** What the session needs from the world, as interfaces: files, a clock, a log. Tests bring their own. */

/** What became of reading a file. The world's troubles are values, not exceptions. */
export type FileRead =
  | {
      readonly kind: 'text';
      /** Decoded as UTF-8, BOM and NUL included, so that offsets match the editor's. */
      readonly text: string;
      /** True when only the beginning was read, because the file is larger than the limit. */
      readonly truncated: boolean;
      /** When the file last changed, in ms since the epoch. */
      readonly modifiedAt: number;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Which files of a folder are meant: globs relative to it. */
export interface FileGlobs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface FoundFiles {
  /** File URIs, sorted. */
  readonly uris: readonly string[];
  /** Why the search is not complete, if it is not. */
  readonly trouble: string | undefined;
}

export interface Files {
  /** Reads at most the beginning that proves the text longer than `maxTextLength` UTF-16 units. */
  read(uri: string, maxTextLength: number): Promise<FileRead>;
  /**
   * Reads a file of a folder as {@link read} does, unless it still has the time it was known with: then `same`. What
   * lies behind a link, or outside of the folder, is not opened: it counts as missing.
   */
  readInside(
    folderUri: string,
    uri: string,
    maxTextLength: number,
    knownTime: number | undefined,
  ): Promise<FileRead | 'same'>;
  /** Every file below a folder that the globs choose; links are not followed. */
  find(folderUri: string, globs: FileGlobs): Promise<FoundFiles>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once, later; the result takes it back. */
  after(milliseconds: number, task: () => void): () => void;
  /** Lets everything that waits for its turn go first. */
  pause(): Promise<void>;
}

/** Data behind an event: plain values, never the text of a task above debug. */
export type LogData = Readonly<Record<string, unknown>>;

/** Levels of one channel. An event is a short name such as `session.rebuilt`. */
export interface Logger {
  debug(event: string, data?: LogData): void;
  info(event: string, data?: LogData): void;
  warn(event: string, data?: LogData): void;
  error(event: string, data?: LogData): void;
}
