/** What tree and palette ask of the query language; the graph page has it at hand. */

/** Client → server: which tasks of all queues a query finds; `null` when the queues cannot be read. */
export const queryRequest = 'proactiveJobs/query';
export interface QueryParams {
  readonly text: string;
  /** UTF-16 offset; completions are asked for when it is given. */
  readonly caret?: number;
  /** Key of a task of which it is asked why the query does not find it. */
  readonly why?: string;
}
export interface QueryResult {
  /** Keys, in the order of queues and lines. */
  readonly matches: readonly string[];
  readonly total: number;
  /** What the query means, or what is wrong with it. Parts that cannot be read count as not written. */
  readonly explanation: string;
  readonly isWrong: boolean;
  readonly completions: readonly QueryCompletionView[];
  /** A sentence on what keeps the task that was asked for away; left out when nothing does. */
  readonly why?: string;
}
export interface QueryCompletionView {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  /** What it takes the place of, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}
