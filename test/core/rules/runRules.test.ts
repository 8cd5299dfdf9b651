// Running rules: severities, order, and what a bug of ours does (issue: one bug must not silence the others).
import { expect, test } from 'vitest';

import { defineRule } from '../../../server/src/core/rules/rule';
import { type SeverityOf, runRules } from '../../../server/src/core/rules/runRules';
import { readText, stateOf } from '../../support/readText';

const text = '### app-one\n- **Priority:** HIGH\n\n### app-two\n- **Status:** nearly\n';

const broken = defineRule({
  code: 'mojibake',
  severity: 'error',
  *check() {
    yield { span: { start: 4, end: 11 }, message: 'Found before the bug.' };
    throw new Error('a bug of ours');
  },
});

const fine = defineRule({
  code: 'missing-status',
  severity: 'warning',
  *check() {
    yield { span: { start: 4, end: 11 }, message: 'As by default.' };
    yield { span: { start: 0, end: 3 }, message: 'Worse here.', severity: 'error' };
  },
});

/** `code severity start` of every finding. */
function run(severityOf: SeverityOf, ...rules: Parameters<typeof runRules>[4] & object) {
  const errors: string[] = [];
  const findings = runRules(
    stateOf(text),
    readText(text),
    severityOf,
    (code) => errors.push(code),
    rules,
  );
  return { findings: findings.map((f) => `${f.code} ${f.severity} ${f.span.start}`), errors };
}

test('findings come in the order of their places; a report may be worse than its rule', () => {
  expect(run(() => undefined, fine).findings).toEqual([
    'missing-status error 0',
    'missing-status warning 4',
  ]);
});

test('a setting beats both', () => {
  expect(run(() => 'hint', fine).findings).toEqual([
    'missing-status hint 0',
    'missing-status hint 4',
  ]);
  expect(run(() => 'off', fine).findings).toEqual([]);
});

test('a rule that is off runs only when a setting says so', () => {
  const off = { ...fine, severity: 'off' as const };
  expect(run(() => undefined, off).findings).toEqual([]);
  expect(run(() => 'information', off).findings).toEqual([
    'missing-status information 0',
    'missing-status information 4',
  ]);
});

test('a rule that breaks is told about; what it found and the other rules stay', () => {
  expect(run(() => undefined, broken, fine)).toEqual({
    findings: ['missing-status error 0', 'missing-status warning 4', 'mojibake error 4'],
    errors: ['mojibake'],
  });
});

test('a rule that is off cannot break', () => {
  expect(run((code) => (code === 'mojibake' ? 'off' : undefined), broken)).toEqual({
    findings: [],
    errors: [],
  });
});
