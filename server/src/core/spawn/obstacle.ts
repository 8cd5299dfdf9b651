/** Why a task cannot be spawned as it is, with what to do about it. */
export interface Obstacle {
  readonly code:
    | 'untrusted'
    | 'not-found'
    | 'ambiguous-id'
    | 'status'
    | 'manager'
    | 'dependencies'
    | 'slots'
    | 'model'
    | 'folder'
    | 'held'
    /** What is kept of attempts cannot be read, or makes no sense. */
    | 'ledger'
    | 'backend'
    | 'lost-content'
    /** The queue is open, and its file is not on the disk any more. */
    | 'queue-gone';
  readonly why: string;
  readonly remedy: string;
  /** Only a full queue may be overridden by a person. */
  readonly canOverride: boolean;
}
