/** What a batch leaves for later, in lines that can be read. */
import { expect, test } from 'vitest';
import { skippedLines } from '../../server/src/cli/workers/skippedLines';

const skipped = (count: number, why: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `a-${at + 1}`, why }));

test('up to three tasks have a line each', () => {
  expect(skippedLines(skipped(3, 'All slots are taken.'))).toEqual([
    'a-1: All slots are taken.',
    'a-2: All slots are taken.',
    'a-3: All slots are taken.',
  ]);
});

test('a reason that many share is said once, others beside it', () => {
  const own = { id: 'b-1', why: 'It is declared twice.' };
  expect(skippedLines([own, ...skipped(28, 'All slots are taken.')])).toEqual([
    'b-1: It is declared twice.',
    'a-1, a-2, a-3 and 25 more: All slots are taken.',
  ]);
});

test('nothing left for later is no line', () => {
  expect(skippedLines([])).toEqual([]);
});
