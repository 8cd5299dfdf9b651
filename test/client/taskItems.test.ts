import { expect, test } from 'vitest';
import { taskItems } from '../../client/src/commands/taskItems';
import type { QueueView } from '../../server/src/protocol/snapshot';
import { group, queue, snapshot, task } from '../support/views';

const first = queue({ nodes: [group('Phase 1', [task('a-1', { title: 'Plan $(x)' })])] });
const second = queue({
  uri: 'file:///v/PROACTIVE-JOBS.md',
  name: 'v/PROACTIVE-JOBS.md',
  nodes: [task('b-1', { ready: true })],
});

test('of several queues each row ends with the one its task is in, of a single one none does', () => {
  const rows = (...queues: readonly QueueView[]) =>
    taskItems(snapshot(...queues)).map(({ label, description }) => [label, description]);
  expect(rows(first)).toEqual([['$(circle-outline) a-1', 'pending · Plan $\u200b(x)']]);
  expect(rows(first, second)).toEqual([
    ['$(circle-outline) a-1', 'pending · Plan $\u200b(x) · PROACTIVE-JOBS.md'],
    ['$(circle-outline) b-1', 'pending, ready · v/PROACTIVE-JOBS.md'],
  ]);
});
