import { expect, test } from 'vitest';
import { findNode } from '../../client/src/tree/findNode';
import { queueNodes } from '../../client/src/tree/queueNodes';
import { toStatus } from '../../client/src/toStatus';
import { goneWorker, queue, snapshot, task, worker } from '../support/views';

const now = Date.UTC(2026, 0, 15, 12);
const shot = snapshot(
  queue({ nodes: [task('a-1', { status: 'in-progress' }, 3), task('a-2', { ready: true }, 7)] }),
);

test('without workers the tree is as it was', () => {
  expect(queueNodes(shot, { workers: [], now }).map(({ kind }) => kind)).toEqual(['task', 'task']);
});

test('workers stand at the top, those that need a person first, each leading to its task', () => {
  const workers = [
    worker('a-1', { run: 'running', lastSignAt: now }),
    worker('a-2', { state: 'unknown', needsYou: 'Nobody can tell.', requestedAt: now }),
  ];
  const [group] = queueNodes(shot, { workers, now });
  expect(group).toMatchObject({
    kind: 'workers',
    description: '1 needs you · 1 running, 1 start not confirmed',
    collapse: 'expanded',
    icon: { id: 'bell-dot' },
  });
  expect(
    group?.children.map(({ label, description, contextValue, key, target }) => [
      label,
      description,
      contextValue,
      key,
      target.range.start.line,
    ]),
  ).toEqual([
    ['a-2', 'start not confirmed · now', 'worker held attempt', 'key of a-2', 7],
    ['a-1', 'running · now', 'worker held attempt', 'key of a-1', 3],
  ]);
  expect(group?.children[0]?.accessibilityLabel).toContain('needs you: Nobody can tell.');
});

test('ended ones are folded away, later attempts are numbered, what was put aside is gone', () => {
  const workers = [
    worker('a-1', { state: 'ended', run: 'succeeded', isHeld: false, number: 2 }),
    worker('a-2', { state: 'closed', isHeld: false }),
  ];
  const [group] = queueNodes(shot, { workers, now });
  expect(group?.collapse).toBe('collapsed');
  expect(group?.children.map(({ label }) => label)).toEqual(['a-1 #2']);
});

test('an attempt whose task has gone says so, and menus offer what frees its slot', () => {
  const [group] = queueNodes(shot, {
    workers: [
      goneWorker('a-9', { run: 'running', lastSignAt: now, needsYou: 'Look.' }),
      goneWorker('a-8', { isHeld: false, state: 'ended', run: 'lost' }),
    ],
    now,
  });
  expect(group?.description).toContain('1 needs you');
  expect(group?.children).toMatchObject([
    {
      key: 'key of a-9',
      description: 'task gone · running · now',
      contextValue: 'worker held gone',
    },
    { key: 'key of a-8', contextValue: 'worker gone' },
  ]);
  expect(group?.children[1]?.description).toMatch(/^lost/);
});

test('a task that a worker holds shows how it is, and menus know', () => {
  const workers = [worker('a-1', { run: 'queued' })];
  const node = queueNodes(shot, { workers, now }).find(({ kind }) => kind === 'task');
  expect(node).toMatchObject({
    key: 'key of a-1',
    description: 'in-progress · queued',
    contextValue: 'task in-progress held attempt',
    icon: { id: 'clock' },
    accessibilityLabel: 'task a-1, in-progress, worker queued',
  });
  expect(node?.tooltip).toContain('Attempt: w/a-1#1');
});

test('a place in a file leads to its task, not to the worker that is listed above', () => {
  const nodes = queueNodes(shot, { workers: [worker('a-1')], now });
  expect(findNode(nodes, 'file:///w/PROACTIVE-JOBS.md', 4)?.kind).toBe('task');
});

test('a ready task that a worker holds is called held, and nowhere counted as ready', () => {
  const own = queue({
    ready: 2,
    nodes: [task('a-1', { ready: true }), task('a-2', { ready: true })],
  });
  const workers = [worker('a-1', { run: 'queued' }), worker('a-2', { isHeld: false })];
  const nodes = queueNodes(snapshot(own), { workers, now }).filter(({ kind }) => kind === 'task');
  expect(nodes.map(({ description }) => description)).toEqual([
    'pending, held · queued',
    'pending, ready',
  ]);
  const several = queueNodes(snapshot(own, queue({ uri: 'file:///w/b.md' })), { workers, now });
  expect(several.find(({ kind }) => kind === 'queue')?.description).toContain('· 1 ready');
  const status = toStatus({ snapshot: snapshot(own), isStale: false }, 'running', workers);
  expect(status?.text).toBe('$(checklist) 0/2 · 1 ready');
  expect(status?.tooltip).toContain(', 1 ready, 1 held by a worker, ');
  expect(status?.accessibilityLabel).toContain('1 tasks ready, 1 held by a worker');
});

test('the status bar counts who needs a person', () => {
  const state = { snapshot: shot, isStale: false };
  const asking = worker('a-1', { needsYou: 'No sign of life.', run: 'running' });
  expect(toStatus(state, 'running', [asking])?.text).toBe(
    '$(checklist) 0/2 · 0 ready · $(bell-dot) 1',
  );
  expect(toStatus(state, 'running', [asking])?.tooltip).toContain('Workers: 1 running');
  expect(toStatus(state, 'running', [])?.text).toBe('$(checklist) 0/2 · 0 ready');
});
