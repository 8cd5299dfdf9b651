// Every fix, wherever its rule fires in the fixtures: its finding is gone, and no error is new.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixes } from '../../../server/src/core/fixes/registry';
import { type RuleCode, ruleCodes } from '../../../server/src/core/rules/ruleCode';
import type { QueueState } from '../../../server/src/core/state';
import { allFindings, fixesOf, stateAfter, stateOf } from './fixing';

const root = new URL('../../fixtures/', import.meta.url);

function sourcesOf(code: RuleCode): readonly (readonly [string, string])[] {
  return ['rules', 'fixes'].flatMap((kind) => {
    const folder = new URL(`${kind}/${code}/`, root);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => /^fires(-.*)?\.md$/.test(name))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
  });
}

const messages = (state: QueueState, code: RuleCode): readonly string[] =>
  allFindings(state)
    .filter(({ finding }) => finding.code === code)
    .map(({ finding }) => finding.message);
const errors = (state: QueueState): readonly string[] =>
  allFindings(state)
    .filter(({ finding }) => finding.severity === 'error')
    .map(({ finding }) => `${finding.code}: ${finding.message}`);

test('each fix has a code of its own, in order', () => {
  const codes = fixes.map((f) => f.code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes.filter((code) => !ruleCodes.includes(code))).toEqual([]);
});

describe.each(fixes.map((f) => f.code))('%s', (code) => {
  test.each(sourcesOf(code))('%s: every fix helps and does no harm', (name, source) => {
    const state = stateOf(source);
    const found = fixesOf(state, code);
    if (name === 'fires.md') expect(found.length).toBeGreaterThan(0);
    for (const { finding, fix } of found) {
      const after = stateAfter(state, fix.edits);
      expect(
        messages(after, code).filter((m) => m === finding.message).length,
        `${fix.title} leaves: ${finding.message}`,
      ).toBeLessThan(messages(state, code).filter((m) => m === finding.message).length);
      const known = new Set(errors(state));
      expect(
        errors(after).filter((e) => !known.has(e)),
        fix.title,
      ).toEqual([]);
    }
  });

  test.each(sourcesOf(code))(
    '%s: at most one fix of a finding is preferred, and it is first',
    (_name, source) => {
      const found = fixesOf(stateOf(source), code);
      const findings = new Set(found.map(({ finding }) => finding));
      for (const one of findings) {
        const own = found.filter(({ finding }) => finding === one).map(({ fix }) => fix);
        expect(
          own
            .slice(1)
            .filter((f) => f.isPreferred)
            .map((f) => f.title),
        ).toEqual([]);
        expect(new Set(own.map((f) => f.title)).size).toBe(own.length);
      }
    },
  );
});
