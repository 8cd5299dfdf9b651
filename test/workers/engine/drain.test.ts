// Requests of the file queue: who runs them, who takes them back, and what becomes of them when whoever took one dies.
import { describe, expect, test } from 'vitest';
import { isHeld } from '../../../server/src/workers/attempt';
import { requestText } from '../../../server/src/workers/backends/queue/requestText';
import type { WorkerEngine } from '../../../server/src/workers/workerEngine';
import type { EngineWorld } from './support/engineWorld';
import { Schedule } from './support/schedule';
import { fates } from './support/scriptedRunner';
import { both, waitingWorld } from './support/waitingWorld';

describe('a request in the file queue', () => {
  test('moves to a back end that can run it, and stays the same attempt', async () => {
    const { world, uuid } = await waitingWorld();
    expect(await world.queued('requests')).toEqual([`${uuid}.json`]);
    const [engine, other] = await Promise.all([world.open(both).engine, world.open(both).engine]);
    // A refusal gives it back to the queue.
    world.runner().nextFate = () => 'refused';
    await engine.reconcile();
    expect(await world.queued('requests')).toEqual([`${uuid}.json`]);
    expect(world.attempts()).toMatchObject([{ state: 'started', backend: 'queue' }]);
    // One of two windows takes it.
    world.runner().nextFate = () => 'started';
    await Promise.all([engine.reconcile(), other.reconcile()]);
    expect([...world.runner().starts]).toEqual([['w/shop-1-a#1', 1]]);
    expect(world.attempts()).toMatchObject([{ backend: 'process' }]);
    expect(await world.queued('requests')).toEqual([]);
    expect(await world.queued('processing')).toEqual([]);
    expect(await world.queued('archive')).toEqual([`${uuid}.json`]);
    const answer = world.files.texts.get(`scheduler/spawn-queue/responses/${uuid}.json`) ?? '';
    expect(JSON.parse(answer)).toMatchObject({ requestId: uuid, status: 'spawned' });
  });

  test.each([
    ['whose words were changed', JSON.stringify({ spawn: { task: 'Something else.' } })],
    ['that is half-written', '{"spawn": {"task": "Some'],
  ])('%s is not run, and stays where it is', async (_, text) => {
    const { world, path } = await waitingWorld();
    await world.files.replace(path, text);
    const engine = await world.open(both).engine;
    await Promise.all([engine.reconcile(), engine.reconcile()]);
    expect(world.runner().requests).toEqual([]);
    expect(world.files.texts.get(path)).toBe(text);
    expect(world.attempts()).toMatchObject([{ state: 'started', backend: 'queue' }]);
  });

  test('of somebody else is left to others', async () => {
    const { world, uuid } = await waitingWorld();
    const identity = { ...world.attempts()[0]!.identity, uuid: uuid.replace(/.$/, 'x') };
    const foreign = { identity, prompt: 'x', cwd: '/w', requestedAt: 0 };
    const text = requestText({ ...foreign, model: undefined, runTimeoutMs: undefined });
    await world.files.create('scheduler/spawn-queue/requests/theirs.json', text);
    await (await world.open(both).engine).reconcile();
    expect(await world.queued('requests')).toEqual(['theirs.json']);
    expect(world.runner().requests).toHaveLength(1);
  });

  test('that another processor has taken stays with it, however long it keeps it', async () => {
    const { world, uuid } = await waitingWorld();
    const folder = 'scheduler/spawn-queue';
    await world.files.claim(`${folder}/requests/${uuid}.json`, `${folder}/processing/${uuid}.json`);
    world.advance(24 * 3_600_000);
    await (await world.open(both).engine).reconcile();
    expect(await world.queued('processing')).toEqual([`${uuid}.json`]);
    expect(world.runner().requests).toEqual([]);
  });
});

describe('a request that nobody wants any more', () => {
  const words = 'Its request was taken back from the file queue.';
  const ends: readonly [
    string,
    (engine: WorkerEngine, world: EngineWorld) => Promise<unknown>,
    string,
  ][] = [
    ['claimed', (e, w) => e.claim(w.key('shop-1-a'), {}), 'ended'],
    ['completed', (e, w) => e.complete(w.key('shop-1-a'), { reason: 'did it myself' }), 'ended'],
    ['reset', (e, w) => e.reset(w.key('shop-1-a')), 'closed'],
  ];
  test.each(ends)('is taken back when its task is %s', async (_, act, state) => {
    const { world, uuid } = await waitingWorld();
    const engine = await world.open(both).engine;
    const result = await act(engine, world);
    expect(result).toMatchObject({ kind: 'done', said: expect.stringContaining(words) as string });
    expect(world.attempts()).toMatchObject([{ state }]);
    expect(world.text).toContain('0/2 occupied');
    expect(await world.queued('requests')).toEqual([]);
    await engine.reconcile();
    expect(world.runner().requests).toEqual([]);
    const answer = world.files.texts.get(`scheduler/spawn-queue/responses/${uuid}.json`) ?? '';
    expect(JSON.parse(answer)).toMatchObject({ requestId: uuid, status: 'cancelled' });
  });

  test('is taken back by the next look when its task was finished by hand', async () => {
    const { world } = await waitingWorld();
    world.text = world.text.replace('in-progress', 'complete');
    await (await world.open(both).engine).reconcile();
    expect(await world.queued('requests')).toEqual([]);
    expect(world.runner().requests).toEqual([]);
    expect(world.attempts()).toMatchObject([{ state: 'ended', run: 'cancelled' }]);
  });

  test('but was taken by a processor is its own: nothing is said of it', async () => {
    const { world, uuid } = await waitingWorld();
    const folder = 'scheduler/spawn-queue';
    await world.files.claim(`${folder}/requests/${uuid}.json`, `${folder}/processing/${uuid}.json`);
    const engine = await world.open(both).engine;
    expect(await engine.claim(world.key('shop-1-a'), {})).toMatchObject({
      said: 'shop-1-a waits for its validation.',
    });
    expect(world.attempts()).toMatchObject([{ state: 'started' }]);
    expect(await engine.reset(world.key('shop-1-a'))).toMatchObject({ kind: 'refused' });
  });
});

test.each(fates)('whoever takes a request that is %s may die anywhere', async (fate) => {
  const left = new Set<string>();
  let n = 0;
  for (let isOver = false; !isOver && n < 200; n++) {
    const { world, uuid } = await waitingWorld();
    world.runner().nextFate = () => fate;
    const schedule = new Schedule(
      world,
      n % 2 === 0 ? [] : Array.from({ length: 2 * n + 4 }, () => 1),
    );
    const first = world.open(both);
    void first.engine.then((engine) => engine.reconcile()).then(() => (isOver = true));
    for (let step = 0; step < n; step++) await schedule.next();
    schedule.drop(first.pid);
    left.add((await world.queued('processing')).length > 0 ? 'in processing' : 'elsewhere');
    for (const arrive of [...world.runner().underWay.values()]) arrive();
    world.runner().nextFate = () => 'started';
    const engine = world.open(both).engine;
    const settled = engine.then(async (open) => {
      for (let round = 0; round < 3; round++) await open.reconcile();
    });
    await schedule.run();
    await settled;
    expect([...world.runner().starts]).toEqual([['w/shop-1-a#1', 1]]);
    const [attempt] = world.attempts();
    expect(attempt && isHeld(attempt.state)).toBe(true);
    expect(attempt).toMatchObject({ backend: 'process' });
    expect(await world.queued('requests')).toEqual([]);
    expect(await world.queued('processing')).toEqual([]);
    expect(await world.queued('archive')).toEqual([`${uuid}.json`]);
  }
  expect(n).toBeGreaterThan(20);
  expect([...left].sort()).toEqual(['elsewhere', 'in processing']);
});
