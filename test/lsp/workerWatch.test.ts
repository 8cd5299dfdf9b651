import { expect, test } from 'vitest';
import { taskKeyOf } from '../../server/src/core/model/taskKey';
import { WorkerWatch } from '../../server/src/lsp/workerWatch';
import type { WorkerEngine, WorkerView } from '../../server/src/workers/workerEngine';
import { ManualClock, settle } from '../support/manualClock';
import { RecordingLogger } from '../support/recordingLogger';
import { workerOf } from '../support/scriptedEngine';

const key = taskKeyOf('file:///w/PROACTIVE-JOBS.md', 'a-1');

function watched(mayAsk = true) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const world = { list: [] as readonly WorkerView[], gate: Promise.resolve() };
  const engine: Pick<WorkerEngine, 'workers' | 'reconcile'> = {
    workers: () => (asked.push('look'), Promise.resolve(world.list)),
    reconcile: async () => {
      asked.push('reconcile');
      const { list } = world;
      await world.gate;
      return list;
    },
  };
  const watch = new WorkerWatch({
    clock,
    logger: new RecordingLogger(),
    engines: () => Promise.resolve([engine as WorkerEngine]),
    mayAsk: () => mayAsk,
  });
  return { clock, asked, world, watch };
}

test('as long as an attempt is held the back ends are asked, soon at first and then twice a minute', async () => {
  const { clock, asked, world, watch } = watched();
  world.list = [workerOf(key)];
  await watch.reconcile();
  const times: number[] = [];
  for (let second = 1; second <= 120; second++) {
    await clock.advance(1_000);
    if (asked.length > times.length + 1) times.push(second);
  }
  expect(times).toEqual([1, 3, 7, 15, 30, 60, 90, 120]);
  world.list = [workerOf(key, 'ended')];
  await clock.advance(30_000);
  const before = asked.length;
  await clock.advance(600_000);
  expect(asked.length).toBe(before);
});

test('with nothing held nothing is asked by itself', async () => {
  const { clock, watch } = watched();
  await watch.reconcile();
  expect(clock.waiting).toBe(0);
});

test('without trust back ends are never asked, whatever is held', async () => {
  const { clock, asked, world, watch } = watched(false);
  world.list = [workerOf(key)];
  await watch.reconcile();
  await clock.advance(600_000);
  expect(asked).toEqual(['look']);
});

test('a back end that does not answer keeps nobody from reading what is known, and its late answer is not believed', async () => {
  const { world, watch } = watched();
  let release = (): void => undefined;
  world.gate = new Promise((resolve) => (release = resolve));
  const slow = watch.reconcile();
  await settle();
  world.list = [workerOf(key)];
  await watch.look();
  expect(watch.latestOf(key)?.state).toBe('alive');
  release();
  await slow;
  expect(watch.latestOf(key)?.state).toBe('alive');
});

test('who asks while a question is under way shares the next one', async () => {
  const { asked, watch } = watched();
  await Promise.all([watch.reconcile(), watch.reconcile(), watch.reconcile()]);
  expect(asked).toEqual(['reconcile', 'reconcile']);
});

test('listeners hear of changes only, and one that breaks keeps no other from hearing', async () => {
  const { world, watch } = watched();
  const heard: number[] = [];
  watch.onChange(() => {
    throw new Error('a bug of ours');
  });
  watch.onChange((workers) => heard.push(workers.length));
  await watch.look();
  world.list = [workerOf(key)];
  await watch.look();
  await watch.look();
  expect(heard).toEqual([1]);
});

test('of several attempts at a task the one that is held counts, else the last one', async () => {
  const { world, watch } = watched();
  const older = workerOf(key, 'unknown', {}, { requestedAt: 1 });
  const newer = workerOf(key, 'ended', {}, { requestedAt: 2 });
  world.list = [older, newer];
  await watch.look();
  expect([watch.latestOf(key)?.state, watch.held]).toEqual(['unknown', [key]]);
  world.list = [{ ...older, state: 'closed' }, newer];
  await watch.look();
  expect([watch.latestOf(key)?.state, watch.held]).toEqual(['ended', []]);
});
