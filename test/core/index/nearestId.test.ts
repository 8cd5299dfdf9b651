/** The id that was probably meant. */
import { expect, test } from 'vitest';
import { nearestId } from '../../../server/src/core/index/nearestId';

test.each([
  ['pendign', ['pending', 'blocked'], 'pending'],
  ['depned', ['depend'], 'depend'],
  ['Pendin', ['pending'], 'pending'],
  ['pnedign', ['pending'], undefined],
  ['pendqqg', ['pending'], undefined],
  ['p1-4-a', ['p2-4-a', 'p1-5-a'], undefined],
])('%s among %j is %s', (text, ids, nearest) => {
  expect(nearestId(text, ids)).toBe(nearest);
});
