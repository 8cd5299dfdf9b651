// test/fixtures/rules/<code>/: what each rule finds, and what looks like it and must not be found.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { type RuleCode, ruleCodes } from '../../../server/src/core/rules/ruleCode';
import { checkRules } from '../../support/checkRules';
import { readMarked } from '../../support/marker';

const root = new URL('../../fixtures/rules/', import.meta.url);

/** Texts of `fires.md`, `fires-more.md` and so on, by name. */
function fixturesOf(
  code: RuleCode,
  kind: 'fires' | 'silent',
): readonly (readonly [string, string])[] {
  const folder = new URL(`${code}/`, root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => new RegExp(`^${kind}(-.*)?\\.md$`).test(name))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

describe.each(ruleCodes)('%s', (code) => {
  const fires = fixturesOf(code, 'fires');
  const silent = fixturesOf(code, 'silent');

  test('has a fixture that fires and a near miss that is silent', () => {
    expect(fires.map(([name]) => name)).toContain('fires.md');
    expect(silent.map(([name]) => name)).toContain('silent.md');
  });

  test.each(fires)('%s: exactly what is marked is found', (_name, source) => {
    const marks = readMarked(source).files.flatMap((file) => file.marks);
    expect([...new Set(marks.map((mark) => mark.code))]).toEqual([code]);
    checkRules(source, code);
  });

  test.each(silent)('%s: nothing is found, and the text says why', (_name, source) => {
    expect(source).toContain('<!-- Silent: ');
    expect(readMarked(source).files.flatMap((file) => file.marks)).toEqual([]);
    checkRules(source, code);
  });
});

test('every folder of fixtures belongs to a code', () => {
  expect(
    readdirSync(root).filter((name) => !(ruleCodes as readonly string[]).includes(name)),
  ).toEqual([]);
});
