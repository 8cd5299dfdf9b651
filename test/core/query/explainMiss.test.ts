// Why a query does not find a task, in words; and what is left of the query when that is taken out of it.
import { expect, test } from 'vitest';
import { explainMiss, missesOf, missWords } from '../../../server/src/core/query/explainMiss';
import { matcherOf } from '../../../server/src/core/query/matchQuery';
import { parseQuery } from '../../../server/src/core/query/parseQuery';
import type { QueryFacts } from '../../../server/src/core/query/queryFacts';
import { withoutTerms } from '../../../server/src/core/query/withoutTerms';
import { planNeighbours, planTasks } from '../../support/queryTasks';

function taskOf(id: string): QueryFacts {
  const task = planTasks.find((each) => each.id === id);
  if (!task) throw new Error(`no task ${id}`);
  return task;
}

test.each([
  ['status:ready', 'p1-2', '`p1-2` is not shown: it cannot start now (it is in-progress).'],
  [
    'status:ready model:opus',
    'p2-1',
    '`p2-1` is not shown: it cannot start now (it waits for p1-2 (in-progress)).',
  ],
  [
    'status:stuck',
    'p2-1',
    '`p2-1` is not shown: it is not blocked, failed or of unknown status (it is pending).',
  ],
  [
    'status:ready model:opus',
    'p2-2',
    '`p2-2` is not shown: it cannot start now (it is blocked; it waits for p2-1 (pending)); the model does not contain "opus" (it has none).',
  ],
  ['status:ready or is:critical', 'p1-2', undefined],
  ['-is:manager', 'p2-m', '`p2-m` is not shown: it coordinates other tasks.'],
  [
    'blocks:>3 or priority:P0',
    'p1-3',
    '`p1-3` is not shown: the number of tasks it keeps waiting is not 4 or more (it is 0); the priority is not P0 (it is Low).',
  ],
  ['road', 'p1-3', '`p1-3` is not shown: neither id nor title contains "road".'],
  ['p2-1+', 'p1-1', '`p1-1` is not shown: it is not `p2-1` or something that waits for it.'],
])('%s and %s', (text, id, words) => {
  const query = parseQuery(text);
  expect(explainMiss(query, matcherOf(query, planTasks, planNeighbours), taskOf(id))).toBe(words);
});

test.each([
  ['status:ready model:opus', 'p2-1', 'model:opus'],
  ['status:ready model:opus', 'p2-2', ''],
  ['-is:manager status:open', 'p2-m', 'status:open'],
  ['road -(is:manager or is:cycle)', 'p2-m', '-is:cycle'],
  ['-(road or is:manager status:open)', 'p2-m', '-road'],
  ['blocks:>3 or priority:P0', 'p1-3', ''],
  ['(status:done or id:p1-*) and "p1"', 'p2-2', ''],
])('%s without what keeps %s away', (text, id, rest) => {
  const query = parseQuery(text);
  const misses = missesOf(query, matcherOf(query, planTasks, planNeighbours), taskOf(id));
  expect(misses.map(({ place }) => text.slice(place.start, place.end))).not.toEqual([]);
  expect(
    withoutTerms(
      query,
      misses.map(({ place }) => place),
    ),
  ).toBe(rest);
});

test('a miss is the same clause for every task that a term keeps away; what they have differs', () => {
  const query = parseQuery('status:ready');
  const matcher = matcherOf(query, planTasks, planNeighbours);
  const misses = ['p2-1', 'p2-2'].flatMap((id) => missesOf(query, matcher, taskOf(id)));
  expect(new Set(misses.map(({ clause }) => clause))).toEqual(new Set(['it cannot start now']));
  expect(missWords(misses)).toBe(
    'it cannot start now (it waits for p1-2 (in-progress)); it cannot start now (it is blocked; it waits for p2-1 (pending))',
  );
});
