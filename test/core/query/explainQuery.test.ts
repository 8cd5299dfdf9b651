// What a query means, and why a task is not shown, in words.
import { expect, test } from 'vitest';
import { explainMiss, explainQuery } from '../../../server/src/core/query/explainQuery';
import { matcherOf } from '../../../server/src/core/query/matchQuery';
import { parseQuery } from '../../../server/src/core/query/parseQuery';
import { planNeighbours, planTasks } from '../../support/queryTasks';

test.each([
  ['', 'Shows every task.'],
  [
    'status:ready model:opus blocks:>3 road',
    'Shows tasks where it can start now and the model contains "opus" and the number of tasks it keeps waiting is 4 or more and id or title contains "road".',
  ],
  [
    'status:ready,running or -(is:critical priority:<=P1)',
    'Shows tasks where it can start now or is in progress or it is not on a longest chain or the priority is not P1 or more urgent.',
  ],
  [
    'is:error,warning (road or status:open status:ready)',
    'Shows tasks where (it has errors or has warnings) and (id or title contains "road" or (it is still to be done and it can start now)).',
  ],
  ['-status:ready,done', 'Shows tasks where it cannot start now and is not complete or validated.'],
  [
    '2+p2-1+',
    'Shows tasks where it is `p2-1` or something that it waits for in up to 2 steps or something that waits for it.',
  ],
  [
    'worker:none -id:p1-*',
    'Shows tasks where the worker is not given and the id does not fit "p1-*".',
  ],
  ['wave:1..2', 'Shows tasks where the wave it is planned for is from 1 to 2.'],
])('%s', (text, words) => {
  expect(explainQuery(parseQuery(text))).toBe(words);
});

test.each([
  ['status:ready model:opus', 'p2-1', '`p2-1` is not shown: it cannot start now (it is pending).'],
  [
    'status:ready model:opus',
    'p2-2',
    '`p2-2` is not shown: it cannot start now (it is blocked); the model does not contain "opus" (it has none).',
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
  const task = planTasks.find((each) => each.id === id);
  if (!task) throw new Error(`no task ${id}`);
  expect(explainMiss(query, matcherOf(query, planTasks, planNeighbours), task)).toBe(words);
});
