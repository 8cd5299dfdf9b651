import { expect, test } from 'vitest';
import { restartDelay } from '../../client/src/restartDelay';
import { toStatus } from '../../client/src/toStatus';
import type { QueueView } from '../../server/src/protocol/snapshot';
import { queue, snapshot } from '../support/views';

const state = (isStale: boolean, ...queues: readonly QueueView[]) => ({
  snapshot: snapshot(...queues),
  isStale,
});

test('without a queue there is nothing to say', () => {
  expect(toStatus(state(false), 'running')).toBeUndefined();
  expect(toStatus(state(false), 'idle')).toBeUndefined();
});

test('slots and ready tasks, in a few characters', () => {
  const view = queue({ slots: { max: 2, declared: true, inUse: 2 }, ready: 4, done: 3, total: 9 });
  expect(toStatus(state(false, view), 'running')).toEqual({
    text: '$(checklist) 2/2 · 4 ready',
    tooltip: 'PROACTIVE-JOBS.md: 2 of 2 slots in use, 4 ready, 3 of 9 done',
    accessibilityLabel: 'Proactive Jobs: 2 of 2 slots in use, 4 tasks ready',
    isFault: false,
  });
});

test('several queues are added up, each has its line', () => {
  const status = toStatus(
    state(
      false,
      queue({ slots: { max: 2, declared: true, inUse: 1 }, ready: 1 }),
      queue({ name: 'b.md', slots: { max: 3, declared: false, inUse: 3 }, ready: 2 }),
      queue({ name: 'c.md', coverage: 'unreadable', slots: { max: 0, declared: false, inUse: 0 } }),
    ),
    'running',
  );
  expect(status?.text).toBe('$(checklist) 4/5 · 3 ready');
  expect(status?.tooltip.split('\n')).toEqual([
    'PROACTIVE-JOBS.md: 1 of 2 slots in use, 1 ready, 0 of 1 done',
    'b.md: 3 of 3 slots in use (assumed), 2 ready, 0 of 1 done',
    'c.md: cannot be read',
  ]);
});

test('a picture without a server is marked; a server that does not come back is a fault', () => {
  const stale = toStatus(state(true, queue()), 'restarting');
  expect(stale?.text).toContain('$(sync~spin)');
  expect(stale?.tooltip).toContain('Out of date');
  expect(toStatus(state(true, queue()), 'failed')).toMatchObject({ isFault: true });
});

test('pauses grow from crash to crash, and after five it is given up', () => {
  const delays = [1, 2, 3, 4, 5, 6].map((count) =>
    restartDelay(
      Array.from({ length: count }, (_, i) => 1_000 * i),
      1_000 * count,
    ),
  );
  expect(delays).toEqual([500, 2_000, 5_000, 15_000, 30_000, undefined]);
});

test('crashes of long ago are forgiven', () => {
  expect(restartDelay([0, 1, 2, 3, 4, 5, 10 * 60_000], 10 * 60_000)).toBe(500);
});
