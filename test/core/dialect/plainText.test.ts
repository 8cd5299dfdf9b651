// Titles as a person reads them.
import { expect, test } from 'vitest';
import { plainText } from '../../../server/src/core/parse/plainText';

test.each([
  ['Build the index', 'Build the index'],
  ['**Phase 2** — `index` and [docs](https://example.invalid)', 'Phase 2 — index and docs'],
  ['Fix a_b_c and 2 * 3', 'Fix a_b_c and 2 * 3'],
  ['1. Not a list & no *heading*', '1. Not a list & no heading'],
  ['# 5: _five_', '# 5: five'],
  ['**', '**'],
])('%s reads as %s', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
