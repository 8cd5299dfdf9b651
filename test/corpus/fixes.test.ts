// Fixes on real queues: where one is offered its finding goes and no error comes; how often there is one, by code.
import { expect } from 'vitest';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { editContextOf } from '../../server/src/core/edits/editContext';
import { fixesFor } from '../../server/src/core/fixes/fixesFor';
import { fixes } from '../../server/src/core/fixes/registry';
import { defaultOptions } from '../../server/src/core/options';
import type { RuleCode } from '../../server/src/core/rules/ruleCode';
import { deriveState, type QueueState } from '../../server/src/core/state';
import { allFindings, stateAfter } from '../core/fixes/fixing';
import { allCorpusQueues, corpusTest, sayWhatDidNotRun } from '../support/sharedCorpus';

const uri = 'file:///w/PROACTIVE-JOBS.md';
/** Findings of one code that are tried in one file. */
const perFile = 2;

const messages = (state: QueueState, code: RuleCode): readonly string[] =>
  allFindings(state).flatMap(({ finding }) => (finding.code === code ? [finding.message] : []));
const errors = (state: QueueState): number =>
  allFindings(state).filter(({ finding }) => finding.severity === 'error').length;

corpusTest('every fix that is offered helps and does no harm', () => {
  const offered = new Map<string, { found: number; fixed: number }>();
  const harm: string[] = [];
  for (const { name, text, now } of allCorpusQueues()) {
    const document = readQueue(uri, text, defaultOptions);
    const state = deriveState({ documents: [document], now, options: defaultOptions });
    const context = editContextOf(state);
    for (const { code } of fixes) {
      const own = allFindings(state).filter(({ finding }) => finding.code === code);
      for (const { finding } of own.slice(0, perFile)) {
        const all = fixesFor(context, uri, finding);
        const count = offered.get(code) ?? { found: 0, fixed: 0 };
        offered.set(code, {
          found: count.found + 1,
          fixed: count.fixed + (all.length > 0 ? 1 : 0),
        });
        for (const { title, edits } of all) {
          const after = stateAfter(state, edits);
          const left = messages(after, code).filter((m) => m === finding.message).length;
          const before = messages(state, code).filter((m) => m === finding.message).length;
          if (left >= before) harm.push(`${name}: "${title}" leaves ${code}: ${finding.message}`);
          if (errors(after) > errors(state)) harm.push(`${name}: "${title}" adds an error`);
        }
      }
    }
  }
  for (const [code, { found, fixed }] of offered) console.log(`${code}: ${fixed} of ${found}`);
  expect(harm).toEqual([]);
});

sayWhatDidNotRun();
