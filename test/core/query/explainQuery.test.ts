// What a query means in words.
import { expect, test } from 'vitest';
import { explainQuery } from '../../../server/src/core/query/explainQuery';
import { parseQuery } from '../../../server/src/core/query/parseQuery';

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
