/** What a batch leaves out, as rows to look at. */
import { expect, test } from 'vitest';
import { batchItems } from '../../client/src/workers/batchItems';
import type { BatchView } from '../../server/src/protocol/workerMessages';

function left(count: number, why: string, from = 1): BatchView['skipped'] {
  return Array.from({ length: count }, (_, at) => ({
    key: `key of a-${from + at}`,
    id: `a-${from + at}`,
    title: '',
    queue: 'PROACTIVE-JOBS.md',
    why,
  }));
}

function rows(skipped: BatchView['skipped']): readonly (readonly [string, string])[] {
  return batchItems({ chosen: [], skipped }).skipped.map(({ label, detail }) => [label, detail]);
}

test('a reason that many tasks share is said once', () => {
  expect(
    rows([...left(27, 'All 2 slots are taken.'), ...left(1, 'It is declared twice.', 50)]),
  ).toEqual([
    ['$(debug-step-over) 27 tasks: a-1, a-2, a-3, …', 'All 2 slots are taken.'],
    ['$(debug-step-over) a-50', 'It is declared twice.'],
  ]);
});

test('three tasks have a row each', () => {
  expect(rows(left(3, 'All 2 slots are taken.')).map(([label]) => label)).toEqual([
    '$(debug-step-over) a-1',
    '$(debug-step-over) a-2',
    '$(debug-step-over) a-3',
  ]);
});
