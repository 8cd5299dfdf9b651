/** Everything known of the queues at one moment, for showing: the derived state, the findings, the files. */
import type { Finding } from '../core/rules/finding';
import type { QueueState } from '../core/state';

export interface QueueFile {
  readonly uri: string;
  readonly name: string;
  readonly folderUri: string | undefined;
  /** Of the open buffer that was read; absent for a file that is not open. */
  readonly version: number | undefined;
  /** Why it could not be read; then it has no document. */
  readonly trouble: string | undefined;
}

/** A file beside the queues: progress, heartbeat, note, message, … */
export interface BesideFile {
  readonly uri: string;
  readonly name: string;
  readonly version: number | undefined;
}

export interface Picture {
  /** Grows with every picture. */
  readonly revision: number;
  readonly state: QueueState;
  /** By URI, in the order of the documents. */
  readonly files: ReadonlyMap<string, QueueFile>;
  /** The files beside the queues that were read, by URI, in the order of their URIs. */
  readonly beside: ReadonlyMap<string, BesideFile>;
  /** By URI; an entry for every document and every file beside them. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** True while the first search for queues is still running. */
  readonly scanning: boolean;
  /** True while files beside the queues are being read: those of folders not read wholly are missing. */
  readonly reading: boolean;
}
