/** What the engine and the back ends need from the world. Tests bring their own; the adapters are in `workers/node`. */
import type { Edits } from '../core/edits/textEdit';
import type { QueueState } from '../core/state';
import type { Logger } from '../workspace/ports';

/** Files below one folder, by relative path with `/`. Nothing outside of it and nothing behind a link is touched. */
export interface WorkerFiles {
  /** Absolute path of a relative one; throws for a path that leads out of the folder. */
  absolute(path: string): string;
  /** The text; nothing when there is no such file. Throws when it is there and cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** Creates the file with its whole text in one step; false when it is there already. Folders are made. */
  create(path: string, text: string): Promise<boolean>;
  /** Replaces the text in one step (temporary file and rename). */
  replace(path: string, text: string): Promise<void>;
  /** Appends in one write. */
  append(path: string, text: string): Promise<void>;
  /** Moves in one step; false when `from` is gone or `to` exists. Two who try: one wins. */
  claim(from: string, to: string): Promise<boolean>;
  /** True when this call removed it. */
  remove(path: string): Promise<boolean>;
  /** Names in a folder, sorted; empty when there is none. */
  list(folder: string): Promise<readonly string[]>;
  /** When it last changed, in ms since the epoch; nothing when it is not there. */
  modifiedAt(path: string): Promise<number | undefined>;
}

export interface WorkerClock {
  /** Ms since the epoch. */
  now(): number;
  /** Resolves later, or at once when aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Who acts: written into leases and the ledger, so that an owner who is gone can be told from a slow one. */
export interface Actor {
  readonly kind: 'editor' | 'command-line';
  /** Of the machine. */
  readonly host: string;
  readonly pid: number;
  /** Random, for each engine that is opened. */
  readonly instance: string;
}

export interface Processes {
  /** Whether the process lives, and is the one that started then; `undefined` when nobody can tell. */
  isAlive(pid: number, startedAt: string | undefined): Promise<boolean | undefined>;
  /** What tells a process from a later one with its number; nothing when it is gone. */
  startMark(pid: number): Promise<string | undefined>;
}

/** The queues, as the editor's session or the command line has them. */
export interface QueueDesk {
  /**
   * A picture of the texts as they are now; nothing when they cannot be read. `lookAt` is the uri of a queue that is looked
   * up on the disk before: what watches files may not have told of it yet.
   */
  current(lookAt?: string): Promise<QueueState | undefined>;
  /** Applies small edits, all or none, and saves what was not being edited by a person. */
  apply(
    edits: Edits,
  ): Promise<{ readonly kind: 'applied' } | { readonly kind: 'refused'; readonly why: string }>;
}

export interface WorkerPorts {
  readonly files: WorkerFiles;
  readonly clock: WorkerClock;
  readonly processes: Processes;
  readonly desk: QueueDesk;
  readonly logger: Logger;
  readonly actor: Actor;
  /** Random bytes as lower-case hex. */
  random(bytes: number): string;
  /** A mark of the text that only this user of this machine can make; nothing when there is no key for it. */
  seal(text: string): Promise<string | undefined>;
  /** Whether the user trusts the workspace, now. Nothing is probed, spawned or cancelled without. */
  isTrusted(): boolean;
}
