/** Runs the rules over one document, or over one file beside the queues. */
import type { QueueDocument } from '../model/queueDocument';
import type { RunFile } from '../runs/runFile';
import type { QueueState } from '../state';
import type { Finding, Report, Severity } from './finding';
import { rules } from './registry';
import type { Rule } from './rule';
import type { RuleCode } from './ruleCode';

/** What a setting says about a code: a severity, `off`, or nothing for the rule's own. */
export type SeverityOf = (code: RuleCode) => Severity | 'off' | undefined;

/** Called for each rule that threw, with its code. */
export type RuleCrash = (code: RuleCode, error: unknown) => void;

/**
 * All findings of one document, by place. A rule that throws is reported through `onError` with what it found until
 * then kept: our bug neither silences the other rules nor becomes the user's mistake.
 */
export function runRules(
  state: QueueState,
  document: QueueDocument,
  severityOf: SeverityOf,
  onError: RuleCrash,
  ruleSet: readonly Rule[] = rules,
): readonly Finding[] {
  return findingsOf(ruleSet, (rule) => rule.check?.(state, document), severityOf, onError);
}

/** All findings of one file beside the queues, by place; as {@link runRules} otherwise. */
export function runFileRules(
  state: QueueState,
  file: RunFile,
  severityOf: SeverityOf,
  onError: RuleCrash,
  ruleSet: readonly Rule[] = rules,
): readonly Finding[] {
  return findingsOf(ruleSet, (rule) => rule.checkFile?.(state, file), severityOf, onError);
}

function findingsOf(
  ruleSet: readonly Rule[],
  check: (rule: Rule) => Iterable<Report> | undefined,
  severityOf: SeverityOf,
  onError: RuleCrash,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of ruleSet) {
    const configured = severityOf(rule.code);
    if ((configured ?? rule.severity) === 'off') continue;
    try {
      for (const { span, message, related = [], severity: own } of check(rule) ?? []) {
        const severity = configured ?? own ?? rule.severity;
        if (severity !== 'off')
          findings.push({ code: rule.code, severity, span, message, related });
      }
    } catch (error) {
      onError(rule.code, error);
    }
  }
  return findings.sort(
    (a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
