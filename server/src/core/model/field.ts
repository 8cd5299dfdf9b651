/** A `Key: value` of a task, in whichever notation the file uses (dialect 3.4). */
import type { Span, Spanned } from './span';

/** What a key means to us; `other` is kept for hover and for finding repeats. */
export type FieldKey =
  | 'status'
  | 'priority'
  | 'model'
  | 'dependencies'
  | 'worker'
  | 'parent'
  | 'phase'
  | 'started'
  | 'completed'
  | 'claimed'
  | 'progress'
  | 'project'
  | 'type'
  | 'description'
  | 'sub-tasks'
  | 'task-id'
  | 'created'
  | 'updated'
  | 'result'
  | 'summary'
  | 'title'
  | 'other';

export interface Field {
  readonly key: FieldKey;
  /** The key as written, without bold and colon. */
  readonly name: Spanned<string>;
  /** The value as written, trimmed, a trailing HTML comment cut; empty when nothing follows the colon. */
  readonly value: Spanned<string>;
  /** The whole line, without its line break. */
  readonly line: Span;
  /** Bullets below an empty value (rule F5), or the items of a Sub-Tasks list; else empty. */
  readonly items: readonly Spanned<string>[];
  /** False for fields taken from a later sub-section of the task (rule F1). */
  readonly direct: boolean;
}
