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
    rows([...left(27, 'All 3 slots are taken.'), ...left(1, 'It is declared twice.', 50)]),
  ).toEqual([
    ['$(debug-step-over) 27 tasks: a-1, a-2, a-3, …', 'All 3 slots are taken.'],
    ['$(debug-step-over) a-50', 'It is declared twice.'],
  ]);
});

test('three tasks have a row each', () => {
  expect(rows(left(3, 'All 3 slots are taken.')).map(([label]) => label)).toEqual([
    '$(debug-step-over) a-1',
    '$(debug-step-over) a-2',
    '$(debug-step-over) a-3',
  ]);
});

test('who is left out alone keeps title, model and, of several queues, its queue', () => {
  const [first, second] = left(2, 'It is declared twice.');
  if (first === undefined || second === undefined) throw new Error('There are two.');
  const skipped = [
    { ...first, title: 'Light the quay', model: 'haiku' },
    { ...second, queue: 'PROACTIVE-JOBS-DOCK.md' },
  ];
  expect(batchItems({ chosen: [], skipped }).skipped.map(({ description }) => description)).toEqual(
    ['Light the quay · haiku · PROACTIVE-JOBS.md', 'PROACTIVE-JOBS-DOCK.md'],
  );
});
