import { expect, test } from 'vitest';
import {
  barLabel,
  barTitle,
  rowLabel,
  rowMeaning,
} from '../../client/webview/graph/waterfallWords';
import { graphTask } from '../support/graphFixtures';

test('a row is a slot, or holds what runs although all slots are taken', () => {
  expect([0, 1, 2].map((row) => rowLabel(row, 2))).toEqual(['slot 1', 'slot 2', 'more than fit']);
  expect(rowMeaning(1, 2)).toBeUndefined();
  expect(rowMeaning(2, 2)).toBe('It runs already, although there are 2 slots only');
  expect(rowMeaning(1, 1)).toBe('It runs already, although there is 1 slot only');
});

test('a blocked task in the plan says on which condition it stands there', () => {
  const blocked = graphTask('a-1', { title: 'Plan', status: 'blocked' });
  const condition = 'blocked, and planned for when what it waits for is done';
  expect(barTitle(blocked)).toBe(`a-1: Plan\n${condition}`);
  expect(barTitle(graphTask('a-2', { title: '' }))).toBe('a-2');
  const bar = { key: 't:a-1', slot: 1, start: 3, end: 4 };
  expect(barLabel(blocked, bar, 2)).toBe(`a-1, blocked, slot 2, from step 3, ${condition}`);
  expect(barLabel(graphTask('a-3', { status: 'in-progress' }), { ...bar, start: 0 }, 1)).toBe(
    'a-3, in progress, more than fit, now',
  );
});
