import { expect, test } from 'vitest';
import { actionsFor, lostTaskItem, restoredMessage } from '../../client/src/guard/lostTaskWords';

const task = { id: 'p1-1', title: 'Plan it', status: 'pending' } as const;

test('an alarm offers what can be done about it', () => {
  const message = 'Something is gone.';
  expect(actionsFor({ message, lost: [task], finished: [] })).toEqual([
    'Restore',
    'Compare',
    'Intended',
  ]);
  expect(actionsFor({ message, lost: [task], finished: [task] })).toEqual([
    'Restore',
    'Restore All',
    'Compare',
    'Intended',
  ]);
  expect(actionsFor({ message, lost: [], finished: [] })).toEqual(['Compare', 'Intended']);
});

test('a lost task is shown with its status, and with where and when it was seen last', () => {
  const committed = { ...task, version: 'git:1', at: '2026-03-01T12:00:00Z', commit: '1234567' };
  expect(lostTaskItem(committed, () => 'on Sunday')).toMatchObject({
    label: 'p1-1',
    description: 'pending · Plan it',
    detail: 'Last seen on Sunday, commit 1234567',
  });
  const kept = { ...task, title: '', version: 'kept:1', at: '2026-03-01T12:00:00Z' };
  expect(lostTaskItem(kept, (time) => time)).toMatchObject({
    description: 'pending',
    detail: 'Last seen 2026-03-01T12:00:00Z, kept by the editor',
  });
});

test('what a restore did is said, and what it did not', () => {
  const kind = 'restored';
  expect(restoredMessage({ kind, restored: ['a-1'], failed: [] }, true)).toBe(
    '1 task was restored.',
  );
  expect(restoredMessage({ kind, restored: ['a-1', 'a-2'], failed: ['a-3'] }, false)).toBe(
    '2 tasks were restored; the file is not saved yet. Left out, because they would not read as before: a-3.',
  );
});
