// Fixes on real queues: where one is offered its finding goes and no error comes; how often there is one, by code.
import { expect } from 'vitest';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { editContextOf } from '../../server/src/core/edits/editContext';
import { fixesFor } from '../../server/src/core/fixes/fixesFor';
import { fixes } from '../../server/src/core/fixes/registry';
import { defaultOptions } from '../../server/src/core/options';
import type { RuleCode } from '../../server/src/core/rules/ruleCode';
import { deriveState } from '../../server/src/core/state';
import { allFindings, stateAfter } from '../core/fixes/fixing';
import { allCorpusQueues, corpusTest, sayWhatDidNotRun } from '../support/sharedCorpus';

const uri = 'file:///w/PROACTIVE-JOBS.md';
/** Findings of one code that are tried in one file. */
const perFile = 2;

type Findings = ReturnType<typeof allFindings>;

const count = (findings: Findings, code: RuleCode, message: string): number =>
  findings.filter(({ finding }) => finding.code === code && finding.message === message).length;
const errors = (findings: Findings): number =>
  findings.filter(({ finding }) => finding.severity === 'error').length;

corpusTest('every fix that is offered helps and does no harm', () => {
  const offered = new Map<string, { found: number; fixed: number }>();
  const harm: string[] = [];
  for (const { name, text, now } of allCorpusQueues()) {
    const document = readQueue(uri, text, defaultOptions);
    const state = deriveState({ documents: [document], now, options: defaultOptions });
    const context = editContextOf(state);
    const before = allFindings(state);
    for (const { code } of fixes) {
      const own = before.filter(({ finding }) => finding.code === code);
      for (const { finding } of own.slice(0, perFile)) {
        const all = fixesFor(context, uri, finding);
        const { found, fixed } = offered.get(code) ?? { found: 0, fixed: 0 };
        offered.set(code, { found: found + 1, fixed: fixed + (all.length > 0 ? 1 : 0) });
        for (const { title, edits } of all) {
          const after = allFindings(stateAfter(state, edits));
          if (count(after, code, finding.message) >= count(before, code, finding.message))
            harm.push(`${name}: "${title}" leaves ${code}: ${finding.message}`);
          if (errors(after) > errors(before)) harm.push(`${name}: "${title}" adds an error`);
        }
      }
    }
  }
  for (const [code, { found, fixed }] of offered) console.log(`${code}: ${fixed} of ${found}`);
  expect(harm).toEqual([]);
});

sayWhatDidNotRun();
