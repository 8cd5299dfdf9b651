// docs/rules/: every rule has a page that says what is true of it, and whose examples do what they say.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { rules } from '../../../server/src/core/rules/registry';
import { type RuleCode, ruleCodes } from '../../../server/src/core/rules/ruleCode';
import { findingsOf } from '../../support/checkRules';
import { readMarked } from '../../support/marker';

const root = new URL('../../../docs/rules/', import.meta.url);
/** Empty where there is none: then the tests of that page fail by its name, and the others run. */
const pageOf = (code: string): string => {
  const page = new URL(`${code}.md`, root);
  return existsSync(page) ? readFileSync(page, 'utf8') : '';
};
const index = pageOf('README');

interface Example {
  readonly kind: 'fires' | 'right';
  readonly source: string;
}

/** Fences `markdown fires` and `markdown right`; words behind that are core options. */
function examplesOf(page: string): readonly Example[] {
  const fence = /^(`{3,})markdown (fires|right)(?: ([^\n]*))?\n(.*?)^\1$/gms;
  return [...page.matchAll(fence)].map(([, , kind, options, text]) => ({
    kind: kind as Example['kind'],
    source: `${options ? `<!-- options: ${options} -->\n` : ''}${text}`,
  }));
}

/** The codes that are found in an example; a rule that is off runs on its own page. */
function codesIn(example: Example, code: RuleCode): readonly string[] {
  return findingsOf(readMarked(example.source), code).flatMap(({ findings }) =>
    findings.map((finding) => finding.code),
  );
}

test('every code has one rule, and every rule and page has a code', () => {
  expect(rules.map((rule) => rule.code).sort()).toEqual([...ruleCodes].sort());
  const pages = readdirSync(root).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(ruleCodes.map((code) => `${code}.md`).sort());
});

describe.each(rules)('$code', ({ code, severity }) => {
  const page = pageOf(code);
  const examples = examplesOf(page);
  const lead = page.split('\n')[2] ?? '';

  test('the page states title, default severity and setting', () => {
    expect(page.split('\n')[0]).toBe(`# ${code}`);
    expect(page).toContain(`Default: **${severity}**. Setting: \`proactiveJobs.rules.${code}\`.`);
  });

  test('the page has every section', () => {
    const words = page.replace(/^(`{3,}).*?^\1$/gms, '');
    expect(words.match(/^## .*$/gm)).toEqual([
      '## Why it matters',
      '## When it is reported',
      '## When it is not',
      '## Example',
      '## How to fix it',
      '## Related',
    ]);
    expect(words).not.toMatch(/^## .*\s*^## /m);
  });

  test('the index has it with its severity and its first sentence', () => {
    expect(index).toContain(`| [${code}](${code}.md) | ${severity} | ${lead} |`);
  });

  test('links lead to pages', () => {
    const related = page.slice(page.indexOf('## Related'));
    const links = [...page.matchAll(/\]\(([a-z-]+)\.md\)/g)].map((match) => match[1]);
    expect(
      links.filter((link) => !(ruleCodes as readonly (string | undefined)[]).includes(link)),
    ).toEqual([]);
    expect(related).not.toContain(`(${code}.md)`);
    expect(related).toContain('.md)');
  });

  test('the reported example gives this finding and no other', () => {
    const bad = examples.filter((example) => example.kind === 'fires');
    expect(bad.length).toBeGreaterThan(0);
    for (const example of bad) expect([...new Set(codesIn(example, code))]).toEqual([code]);
  });

  test('the right example gives no finding at all', () => {
    const good = examples.filter((example) => example.kind === 'right');
    expect(good.length).toBeGreaterThan(0);
    for (const example of good) expect(codesIn(example, code)).toEqual([]);
  });
});
