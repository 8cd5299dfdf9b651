import { expect, test } from 'vitest';
import { SnapshotStore } from '../../client/src/snapshotStore';
import { queue, snapshot } from '../support/views';

const at = (revision: number, scanning = false) => ({ ...snapshot(queue()), revision, scanning });

test('an older snapshot is dropped', () => {
  const store = new SnapshotStore();
  store.receive(at(5));
  store.receive(at(4));
  expect(store.state.snapshot.revision).toBe(5);
});

test('when the server goes, its last picture stays, marked as stale', () => {
  const store = new SnapshotStore();
  const seen: boolean[] = [];
  store.onChange(({ isStale }) => seen.push(isStale));
  store.receive(at(5));
  store.serverGone();
  expect(store.state.snapshot.queues).toHaveLength(1);
  // A new server begins to count anew; while it searches, it knows less than the old picture.
  store.receive({ ...at(1, true), queues: [] });
  expect(store.state).toMatchObject({ isStale: true, snapshot: { revision: 5 } });
  store.receive(at(2));
  expect(store.state).toMatchObject({ isStale: false, snapshot: { revision: 2 } });
  expect(seen).toEqual([false, true, false]);
});

test('without a queue nothing can be stale', () => {
  const store = new SnapshotStore();
  store.setScanning(true);
  expect(store.state.snapshot.scanning).toBe(true);
  store.serverGone();
  expect(store.state).toMatchObject({ isStale: false, snapshot: { scanning: false, queues: [] } });
});

test('a listener can leave', () => {
  const store = new SnapshotStore();
  let calls = 0;
  const leave = store.onChange(() => calls++);
  store.receive(at(1));
  leave();
  store.receive(at(2));
  expect(calls).toBe(1);
});
