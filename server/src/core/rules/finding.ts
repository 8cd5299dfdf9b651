/** What a rule reports. Plain data with offsets; the editor and the command line render it. */
import type { Span } from '../model/span';
import type { RuleCode } from './ruleCode';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface RelatedPlace {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** What a rule yields: its code and default severity are added by the runner. */
export interface Report {
  readonly span: Span;
  /** What is wrong, then what would be right; plain text. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Only where a rule has more than one severity, such as `duplicate-id`. */
  readonly severity?: Severity;
}

export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}
