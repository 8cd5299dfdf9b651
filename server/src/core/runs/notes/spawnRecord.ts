/** One worker that a coordinator note names: by its session, or by the task it was spawned for (workflow 1.3). */
export interface SpawnRecord {
  /** Nothing when the note does not say which task the worker is for. */
  readonly taskId: string | undefined;
  readonly sessionKey: string | undefined;
  /** `sonnet`, `opus`, `haiku`, when it is named. */
  readonly model: string | undefined;
  /** The call timed out. That is no failure: the worker had been started each time. */
  readonly gatewayTimeout: boolean;
  /** The worker is over, the note says: it was cleared or terminated, or is the one before. */
  readonly isFormer: boolean;
  /** 0-based line of the record. */
  readonly line: number;
}
