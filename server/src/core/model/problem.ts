/** What a reader noticed in the text. A rule of the same code turns it into a finding. */
import type { Span } from './span';

export type ProblemCode =
  | 'unclosed-fence'
  | 'mojibake'
  | 'literal-newlines'
  | 'glued-heading'
  | 'orphan-table-row'
  | 'elided-content'
  | 'status-without-id'
  | 'queue-too-large'
  | 'binary-content';

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  /** What stands there or what was meant, for the message; data, never markup. */
  readonly detail?: string;
}
