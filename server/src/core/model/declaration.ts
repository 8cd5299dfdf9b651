/** One place that declares a task, and one that merely repeats it (dialect 3.3, 3.8). */
import type { Field } from './field';
import type { Reference } from './reference';
import type { Span, Spanned } from './span';
import type { Status } from './status';

/** The form of the declaring line: D1 (with or without `TASK:`), D2, D3, D4, D5, D6. */
export type DeclarationForm =
  | 'heading'
  | 'task-heading'
  | 'task-id-field'
  | 'pipe-record'
  | 'checkbox'
  | 'table-row'
  | 'status-bullet';

export type TaskKind = 'task' | 'story' | 'epic';

/** What the status was read from; `default` is a queue-table row without a Status column. */
export type StatusSource =
  'field' | 'cell' | 'mark' | 'completed' | 'section' | 'box' | 'note' | 'default' | 'none';

export interface TaskStatus {
  readonly value: Status;
  readonly source: StatusSource;
  /** The words as written and where, when some were read. */
  readonly text?: Spanned<string>;
  /** Qualifier in the value, such as `manager` of "in-progress (manager)", in lower case. */
  readonly qualifier?: string;
}

/** The status mark of a heading (rule S3): what its emoji and the words behind it claim. */
export interface HeadingMark {
  /** `undefined`: there is a mark, but its words claim nothing. */
  readonly claims: Status | undefined;
  /** What counts where the task has no Status: the words up to a remark, else the emoji. */
  readonly fallback: Status;
  readonly emoji: string;
  readonly span: Span;
}

/** A child named in a Sub-Tasks list: `- id: ✅ completed`. */
export interface SubTaskItem {
  readonly id: Spanned<string>;
  readonly status: Status;
  readonly line: Span;
}

export interface Declaration {
  readonly role: 'declaration';
  readonly form: DeclarationForm;
  readonly kind: TaskKind;
  readonly id: Spanned<string>;
  readonly title: Spanned<string> | undefined;
  /** The declaring line without its line break: where findings about the task as a whole are shown. */
  readonly line: Span;
  /** The declaring line and everything that belongs to the task. */
  readonly block: Span;
  readonly status: TaskStatus;
  readonly mark: HeadingMark | undefined;
  readonly fields: readonly Field[];
  readonly references: readonly Reference[];
  readonly subTasks: readonly SubTaskItem[];
  /** Index into `QueueDocument.groups` of the nearest enclosing heading that is no task; -1 at the top. */
  readonly group: number;
  /** Keys of the phases it belongs to, such as `phase 2`, lower case: its own first, then what surrounds it (rule P1). */
  readonly phases: readonly string[];
  /** Acceptance boxes in the block: how many, and how many are ticked. */
  readonly boxes: { readonly total: number; readonly ticked: number };
}

/** Where a mirror stands. */
export type MirrorForm = 'table-row' | 'checkbox' | 'status-bullet' | 'sub-task' | 'detail-heading';

/** A repeat of a task that something stronger declares in the same file. */
export interface Mirror {
  readonly role: 'mirror';
  readonly form: MirrorForm;
  readonly id: Spanned<string>;
  /** The lower-case id of the declared task that it repeats. */
  readonly of: string;
  readonly line: Span;
  readonly status: TaskStatus;
}

/** The first direct field of that meaning, when it is there. */
export function fieldOf(declaration: Declaration, key: Field['key']): Field | undefined {
  return declaration.fields.find((field) => field.key === key);
}
