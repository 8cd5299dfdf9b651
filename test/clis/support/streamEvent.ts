/** An event of a streamed answer: its type is its name, too. */
export interface StreamEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}
