import { expect, test } from 'vitest';
import { SnapshotStore } from '../../client/src/snapshotStore';
import { taskName, type NamesAtHand } from '../../client/src/workers/taskName';
import { WorkerStore } from '../../client/src/workers/workerStore';
import type { QueueView } from '../../server/src/protocol/snapshot';
import type { WorkerView } from '../../server/src/protocol/workerMessages';
import { goneWorker, group, queue, snapshot, task, worker } from '../support/views';

function namesOf(queues: readonly QueueView[], workers: readonly WorkerView[]): NamesAtHand {
  const names = { store: new SnapshotStore(), workers: { store: new WorkerStore() } };
  names.store.receive(snapshot(...queues));
  names.workers.store.receive(workers);
  return names;
}

const inner = task('Bake-1-A', { key: 'uri\nbake-1-a' });
const one = queue({ nodes: [group('Phase 1', [task('Bake-1', { children: [inner] })])] });

test('a command calls a task as its queue writes it, not by the small letters of its key', () => {
  const known = namesOf([queue(), one], [worker('BAKE-1-a', { key: 'uri\nbake-1-a' })]);
  expect(taskName('uri\nbake-1-a', known)).toBe('Bake-1-A');
});

test('one that no queue has any more is called as its attempt has it', () => {
  const gone = namesOf([one], [goneWorker('Bake-9', { key: 'uri\nbake-9' })]);
  expect(taskName('uri\nbake-9', gone)).toBe('Bake-9');
});

test('one that nobody knows any more is no riddle of letters', () => {
  expect(taskName('uri\nbake-9', namesOf([one], []))).toBe('the task');
});
