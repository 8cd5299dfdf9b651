/** One queue file as read: everything it says, with exact places, nothing resolved against other files. */
import type { LineTable } from '../text/lineTable';
import type { Declaration, Mirror } from './declaration';
import type { Problem } from './problem';
import type { Span, Spanned } from './span';
import type { Status } from './status';

export type SectionKind = 'project' | 'stage' | 'other';

/** A heading that is no task: a phase, a batch, any section that encloses tasks. */
export interface Group {
  readonly index: number;
  readonly title: Spanned<string>;
  /** 1 to 6. */
  readonly level: number;
  /** Index of the enclosing group, -1 at the top. */
  readonly parent: number;
  /** `phase 2`, `wave 1`, `phase a`, …: what the title names (rule P1). */
  readonly phases: readonly string[];
  /** What its heading or a Status field below it says of the whole; nothing when neither does. */
  readonly says: Status | undefined;
  /** What its title makes of it: a project of its own, a stage of the work such as "Next Up", or neither. */
  readonly section: SectionKind;
  /** The id of a group with id (rule D1): children may name it as Parent. */
  readonly id: Spanned<string> | undefined;
  /** True for a heading below a task's own: a section of the task, unless it holds tasks. */
  readonly isInsideTask: boolean;
  readonly line: Span;
  readonly block: Span;
}

/** One statement about slots: `2/2 occupied`, `Max Slots: 2`, a quoted rule, a slot table (dialect 3.7). */
export interface SlotStatement {
  readonly source: 'line' | 'max' | 'heading' | 'table' | 'worker-table' | 'capacity' | 'rule';
  readonly max: number;
  /** `undefined` when only the maximum is said. */
  readonly occupied: number | undefined;
  readonly line: Span;
}

/** An id that a slot line, a Running list or a slot table names as being worked on (rule P5). */
export interface SlotClaim {
  readonly id: Spanned<string>;
  readonly line: Span;
}

export interface SlotDeclaration extends SlotStatement {
  /** Later statements in the same file, for finding contradictions. */
  readonly secondary: readonly SlotStatement[];
  readonly claims: readonly SlotClaim[];
}

/** How much of the text was read. A very large file gets a line index only. */
export type Coverage = 'full' | 'too-large' | 'binary';

export interface QueueDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineTable;
  readonly coverage: Coverage;
  readonly groups: readonly Group[];
  /** In file order. */
  readonly declarations: readonly Declaration[];
  readonly mirrors: readonly Mirror[];
  /** `undefined` when the file declares no slots; no default is ever assumed here. */
  readonly slots: SlotDeclaration | undefined;
  /** What the reader itself noticed, such as an unclosed fence; the rules of the same code report it. */
  readonly problems: readonly Problem[];
}
