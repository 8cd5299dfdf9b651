import { expect, test } from 'vitest';
import { plainLabel } from '../../client/src/plainLabel';

test('words that would become icons are shown as they are written', () => {
  expect(plainLabel('$(trash) $(x) price: $5 (net)')).toBe(
    '$\u200b(trash) $\u200b(x) price: $5 (net)',
  );
});
