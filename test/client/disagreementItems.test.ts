// Disagreements as a person picks them.
import { expect, test } from 'vitest';
import { disagreementItems, withoutReplaced } from '../../client/src/reconcile/disagreementItems';
import type { DisagreementView } from '../../server/src/protocol/reconcileMessages';

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } };
const view: DisagreementView = {
  key: 'k',
  id: 'mix-1',
  title: 'Mix',
  queue: { uri: 'file:///q', name: 'PROACTIVE-JOBS.md', status: 'in-progress', range },
  progress: {
    uri: 'file:///p',
    path: 'scheduler/progress/mix-1.md',
    status: 'complete',
    words: 'DONE',
    range,
  },
  recorded: 'needs-validation',
  proposed: 'record',
};

test('both directions are offered, the proposed one first, each with both places', () => {
  expect(disagreementItems([view]).map(({ label, direction }) => [label, direction])).toEqual([
    ['mix-1  queue: in-progress → needs-validation', 'record'],
    ['mix-1  progress file: complete → in-progress', 'close'],
  ]);
  expect(disagreementItems([view])[0]?.detail).toBe(
    'in-progress ↔ “DONE”  ·  PROACTIVE-JOBS.md:4 ↔ scheduler/progress/mix-1.md:4',
  );
});

test('of two directions of one task the one that was ticked last counts, whichever stands first', () => {
  const [record, close] = disagreementItems([view]);
  const [other] = disagreementItems([{ ...view, key: 'another' }]);
  if (record === undefined || close === undefined || other === undefined) throw new Error('gone');
  // The editor hands over what is ticked in the order of the list.
  expect(withoutReplaced([record, other], [record, close, other])).toEqual([close, other]);
  expect(withoutReplaced([close], [record, close])).toEqual([record]);
  expect(withoutReplaced([record], [record, other])).toEqual([record, other]);
  // All at once, by the box above the list: what was ticked before stays.
  expect(withoutReplaced([], [record, close])).toEqual([record]);
});
