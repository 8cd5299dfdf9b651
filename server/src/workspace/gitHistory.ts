/** Earlier contents of a file: the port. */

/** A committed content. */
export interface CommittedText {
  readonly commit: string;
  /** As git writes it, with its zone: `2026-03-01T12:00:00-05:00`. */
  readonly committedAt: string;
  /** First line of the message. */
  readonly subject: string;
  readonly text: string;
}

export type HistoryRead =
  | {
      readonly kind: 'history';
      /** The newest first. */
      readonly versions: readonly CommittedText[];
      /** False when there is more than was read. */
      readonly isComplete: boolean;
    }
  | { readonly kind: 'none'; readonly reason: string };

export interface GitHistory {
  /** What was committed at this place, and where the file stood before it was renamed. Troubles are a value. */
  read(uri: string): Promise<HistoryRead>;
}
