import { expect, test } from 'vitest';
import { restartDelay } from '../../client/src/restartDelay';
import { toStatus } from '../../client/src/toStatus';
import type { QueueView } from '../../server/src/protocol/snapshot';
import { group, queue, snapshot, task } from '../support/views';

const nodes = [group('Phase 1', [task('a-1')])];
const state = (isStale: boolean, ...queues: readonly QueueView[]) => ({
  snapshot: snapshot(...queues),
  isStale,
});

test('without a queue there is nothing to say', () => {
  expect(toStatus(state(false), 'running')).toBeUndefined();
  expect(toStatus(state(false), 'idle')).toBeUndefined();
});

test('slots and ready tasks, in a few characters', () => {
  const view = queue({
    nodes,
    slots: { max: 2, declared: true, inUse: 2 },
    ready: 4,
    done: 3,
    total: 9,
  });
  expect(toStatus(state(false, view), 'running')).toEqual({
    text: '$(checklist) 2/2 · 4 ready',
    tooltip: 'PROACTIVE-JOBS.md: 2 of 2 slots in use, 4 ready, 3 of 9 done',
    accessibilityLabel: 'Proactive Jobs: 2 of 2 slots in use, 4 tasks ready',
    tone: 'plain',
  });
});

test('several queues are added up, each has its line', () => {
  const status = toStatus(
    state(
      false,
      queue({ nodes, slots: { max: 2, declared: true, inUse: 1 }, ready: 1 }),
      queue({ name: 'b.md', nodes, slots: { max: 3, declared: false, inUse: 3 }, ready: 2 }),
      queue({
        ...{ name: 'c.md', coverage: 'unreadable', trouble: 'too many open files' },
        slots: { max: 0, declared: false, inUse: 0 },
      }),
    ),
    'running',
  );
  expect(status?.text).toBe('$(checklist) 4/5 · 3 ready');
  expect(status?.tooltip.split('\n')).toEqual([
    'PROACTIVE-JOBS.md: 1 of 2 slots in use, 1 ready, 0 of 1 done',
    'b.md: 3 of 3 slots in use (assumed), 2 ready, 0 of 1 done',
    'c.md: cannot be read, too many open files',
  ]);
});

test('where no queue can be read that is said, not that no slot is in use', () => {
  const slots = { max: 0, declared: false, inUse: 0 };
  const status = toStatus(state(false, queue({ coverage: 'too-large', slots })), 'running');
  expect(status).toEqual({
    text: '$(warning) no queue can be read',
    tooltip: 'PROACTIVE-JOBS.md: too large or not text, its tasks are not read',
    accessibilityLabel: 'Proactive Jobs: no queue can be read',
    tone: 'plain',
  });
});

test('more tasks than slots are a warning, in a sum that hides them, too', () => {
  const full = queue({ nodes, slots: { max: 6, declared: true, inUse: 11 }, ready: 29 });
  const one = queue({ name: 'b.md', nodes, slots: { max: 1, declared: false, inUse: 2 } });
  const free = queue({ name: 'c.md', nodes, slots: { max: 9, declared: true, inUse: 0 } });
  const alone = toStatus(state(false, full), 'running');
  expect(alone).toMatchObject({ text: '$(warning) 11/6 · 29 ready', tone: 'warning' });
  expect(alone?.tooltip).toBe(
    'PROACTIVE-JOBS.md: 11 tasks hold 6 slots, 5 too many, 29 ready, 0 of 1 done',
  );
  expect(alone?.accessibilityLabel).toContain(
    '11 of 6 slots in use, too many in PROACTIVE-JOBS.md',
  );
  const several = toStatus(state(false, one, free), 'running');
  expect(several).toMatchObject({
    text: '$(warning) 2/10 · too many in b · 0 ready',
    tone: 'warning',
  });
  expect(several?.tooltip.split('\n')[0]).toBe(
    'b.md: 2 tasks hold 1 slot (assumed), 1 too many, 0 ready, 0 of 1 done',
  );
  expect(toStatus(state(false, free), 'running')?.tone).toBe('plain');
});

test.each([
  [['shop/PROACTIVE-JOBS.md'], 'too many in shop'],
  [['shop/PROACTIVE-JOBS-night.md', 'PROACTIVE-JOBS.md'], 'too many in night, PROACTIVE-JOBS'],
  [['a/PROACTIVE-JOBS.md', 'b/PROACTIVE-JOBS.md', 'c.md'], 'too many in a and 2 more'],
  [['$(flame)/PROACTIVE-JOBS.md'], 'too many in $\u200b(flame)'],
  [['jobs-of-the-whole-northern-region/PROACTIVE-JOBS.md'], 'too many in jobs-of-the-whole-north…'],
])('of several queues %j are named as overfull, briefly', (names, words) => {
  const full = names.map((name) =>
    queue({ name, nodes, slots: { max: 1, declared: true, inUse: 2 } }),
  );
  const free = queue({ name: 'free.md', nodes, slots: { max: 9, declared: true, inUse: 0 } });
  const sums = `${names.length * 2}/${names.length + 9}`;
  expect(toStatus(state(false, ...full, free), 'running')?.text).toBe(
    `$(warning) ${sums} · ${words} · 0 ready`,
  );
});

test('a queue in which no task is declared says so, one with a manager alone does not', () => {
  const line = (changes: Partial<QueueView>) =>
    toStatus(state(false, queue({ total: 0, ...changes })), 'running')?.tooltip;
  const words = 'PROACTIVE-JOBS.md: 0 of 2 slots in use (assumed)';
  expect(line({})).toBe(`${words}, no task is declared`);
  expect(line({ nodes: [group('Phase 1', [])] })).toBe(`${words}, no task is declared`);
  expect(line({ nodes: [task('m-1', { isManager: true })] })).toBe(
    `${words}, 0 ready, 0 of 0 done`,
  );
});

test('a picture without a server is marked; a server that does not come back is a fault', () => {
  const stale = toStatus(state(true, queue()), 'restarting');
  expect(stale?.text).toContain('$(sync~spin)');
  expect(stale?.tooltip).toContain('Out of date');
  expect(toStatus(state(true, queue()), 'failed')).toMatchObject({ tone: 'fault' });
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
