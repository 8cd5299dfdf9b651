/** The shape of a rule: one file, one code, one page, pure over the derived state. */
import type { QueueDocument } from '../model/queueDocument';
import type { RunFile } from '../runs/runFile';
import type { QueueState } from '../state';
import type { Report, Severity } from './finding';
import type { RuleCode } from './ruleCode';

export interface Rule {
  readonly code: RuleCode;
  /** The severity unless a setting says otherwise; `off` rules run only when switched on. */
  readonly severity: Severity | 'off';
  /** Reports for one document; places in other documents only as related ones. */
  check?(state: QueueState, document: QueueDocument): Iterable<Report>;
  /** Reports for one file beside the queues. */
  checkFile?(state: QueueState, file: RunFile): Iterable<Report>;
}

/** Identity with a type: a rule file reads `export const x = defineRule({ … })`. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
