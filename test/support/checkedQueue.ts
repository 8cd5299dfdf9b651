/** Reading a queue and running every rule over it, as one step. */
import { readQueue } from '../../server/src/core/dialect/readQueue';
import type { QueueDocument } from '../../server/src/core/model/queueDocument';
import { type CoreOptions, defaultOptions } from '../../server/src/core/options';
import type { Finding } from '../../server/src/core/rules/finding';
import { rules } from '../../server/src/core/rules/registry';
import type { Rule } from '../../server/src/core/rules/rule';
import { runRules } from '../../server/src/core/rules/runRules';
import { deriveState, type QueueState } from '../../server/src/core/state';
import { lineAt } from '../../server/src/core/text/lineTable';

export interface CheckedQueue {
  readonly document: QueueDocument;
  readonly state: QueueState;
  readonly findings: readonly Finding[];
}

/** Every rule, also those that are off unless asked for. */
const allRules: readonly Rule[] = rules.map((rule) =>
  rule.severity === 'off' ? { ...rule, severity: 'hint' } : rule,
);

/** All findings of the document with every rule on; a rule that throws makes the test fail. */
export function findingsOf(state: QueueState, document: QueueDocument): readonly Finding[] {
  return runRules(
    state,
    document,
    () => undefined,
    (code, error) => {
      throw new Error(`The rule ${code} broke`, { cause: error });
    },
    allRules,
  );
}

/** One queue alone in its workspace. */
export function checkQueue(
  text: string,
  now: number,
  options: CoreOptions = defaultOptions,
  uri = 'file:///w/PROACTIVE-JOBS.md',
): CheckedQueue {
  const document = readQueue(uri, text, options);
  const state = deriveState({ documents: [document], now, options });
  return { document, state, findings: findingsOf(state, document) };
}

/** 1-based line of an offset, as people and the corpus count. */
export function lineOf(document: QueueDocument, offset: number): number {
  return lineAt(document.lines, offset) + 1;
}
