import { expect, test } from 'vitest';
import { priorityRank } from '../../../server/src/core/query/priorityRank';

test.each([
  ['P0', 0],
  ['critical', 0],
  ['🔴 High', 1],
  ['1', 1],
  ['P2 (normal)', 2],
  ['low', 3],
  ['minor', 3],
  ['lowest', 4],
  ['someday', undefined],
  ['P12', undefined],
  ['', undefined],
  [undefined, undefined],
])('the priority %s has the rank %s', (words, rank) => {
  expect(priorityRank(words)).toBe(rank);
});
