// Attempts whose task no queue declares any more: they keep their slot, say so, and a person can end them by the place
// where their queue had the task. Nothing is released that may live.
import { describe, expect, test } from 'vitest';
import type { TaskKey } from '../../../server/src/core/model/taskKey';
import type { WorkerEngine } from '../../../server/src/workers/workerEngine';
import { EngineWorld } from './support/engineWorld';
import { spawnElsewhere } from './support/spawnElsewhere';

const queue = '### TASK: shop-1-a - One\n- **Status:** pending\n';
const other = '### TASK: shop-1-b - Two\n- **Status:** pending\n';

/** A worker runs on shop-1-a, which somebody has taken out of the queue since. */
async function abandoned(): Promise<{
  readonly world: EngineWorld;
  readonly engine: WorkerEngine;
  readonly key: TaskKey;
}> {
  const world = new EngineWorld(queue);
  world.config = { ...world.config, maxConcurrent: 1 };
  const engine = await world.open().engine;
  const key = world.key('shop-1-a');
  expect(await engine.spawn(key)).toMatchObject({ kind: 'started' });
  world.text = other;
  return { world, engine, key };
}

describe('an attempt whose task has gone from the queue', () => {
  test('keeps its slot, is named where its queue had it, and says what frees the slot', async () => {
    const { world, engine, key } = await abandoned();
    const [worker] = await engine.workers();
    expect(worker).toMatchObject({ key: undefined, goneKey: key });
    expect(worker?.needsYou).toBe(
      'Attempt 1 at shop-1-a may be running, but no queue has the task any more. It keeps its slot until it has ended: stop it, or reset the task to put it aside.',
    );
    expect(await engine.spawn(world.key('shop-1-b'))).toMatchObject({
      kind: 'refused',
      obstacles: [{ code: 'slots', why: expect.stringContaining('shop-1-a') as string }],
    });
  });

  test('has no such name while its queue has the task', async () => {
    const { world, engine, key } = await abandoned();
    world.text = queue;
    expect(await engine.workers()).toMatchObject([{ key, goneKey: undefined }]);
  });

  test('is not put aside while its worker is seen, whoever has looked', async () => {
    const { world, engine, key } = await abandoned();
    for (const hasLooked of [false, true])
      expect(await engine.reset(key, { hasLooked })).toEqual({
        ...{ kind: 'refused', why: 'The worker of shop-1-a is still there.' },
        remedy: 'Stop it first.',
      });
    expect(await engine.retry(key)).toMatchObject({ kind: 'exists', worker: { goneKey: key } });
    expect(world.attempts()).toMatchObject([{ state: 'started' }]);
  });

  test('is stopped, and its slot is free', async () => {
    const { world, engine, key } = await abandoned();
    expect(await engine.cancel(key)).toMatchObject({
      kind: 'done',
      said: expect.stringContaining('The worker of shop-1-a has stopped.') as string,
    });
    expect(world.text).toBe(other);
    expect(await engine.spawn(world.key('shop-1-b'))).toMatchObject({ kind: 'started' });
    expect([...world.runner().starts.values()]).toEqual([1, 1]);
  });

  test('is put aside once its back end proves that it is not there, and the task may come back', async () => {
    const { world, engine, key } = await abandoned();
    world.runner().runs.clear();
    expect(await engine.reset(key)).toMatchObject({
      kind: 'done',
      said: 'The attempt at shop-1-a is put aside and its slot is free. No queue has the task any more.',
    });
    expect(world.attempts()).toMatchObject([{ state: 'closed' }]);
    expect(await engine.reset(key)).toEqual({
      ...{ kind: 'refused', why: 'No attempt at shop-1-a holds a slot.' },
      remedy: 'There is nothing to put aside.',
    });
    world.text = queue;
    expect(await engine.spawn(key)).toMatchObject({
      ...{ kind: 'started', worker: { identity: { number: 2 } } },
    });
  });

  test('is released on the word of a person where nobody can tell, and not without it', async () => {
    const { world, engine, key } = await abandoned();
    world.runner().canTell = () => false;
    const plain = await engine.reset(key);
    expect(plain).toMatchObject({ kind: 'refused', canBeReleased: true });
    expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
    expect(world.attempts()).toMatchObject([{ state: 'closed' }]);
  });

  test('is settled by a retry when it is over, and nothing is started for it', async () => {
    const { world, engine, key } = await abandoned();
    world.runner().runs.clear();
    expect(await engine.retry(key)).toMatchObject({
      kind: 'refused',
      obstacles: [
        { code: 'not-found', why: expect.stringContaining('nothing to start') as string },
      ],
    });
    expect(world.attempts()).toMatchObject([{ state: 'ended', run: 'lost' }]);
    expect([...world.runner().starts.values()]).toEqual([1]);
  });

  test('waits for its task with everything that needs one', async () => {
    const { world, engine, key } = await abandoned();
    const refused = {
      ...{ kind: 'refused', why: 'No queue of this folder declares shop-1-a any more.' },
      remedy: 'Look the task up again; it may have been renamed or archived.',
    };
    expect(await engine.claim(key, {})).toEqual(refused);
    expect(await engine.complete(key, { reason: 'seen' })).toEqual(refused);
    expect(await engine.adopt(key, 'agent:x')).toEqual(refused);
    expect(world.attempts()).toMatchObject([{ state: 'started' }]);
  });

  test('that only waits in the file queue is taken back from there', async () => {
    const world = new EngineWorld(queue);
    world.hasFileQueue = true;
    world.config = { ...world.config, backend: 'queue' };
    const engine = await world.open(['queue']).engine;
    const key = world.key('shop-1-a');
    await engine.spawn(key);
    expect(await world.queued('requests')).toHaveLength(1);
    world.text = other;
    expect(await engine.reset(key)).toMatchObject({
      kind: 'done',
      said: expect.stringContaining('taken back from the file queue') as string,
    });
    expect(await world.queued('requests')).toEqual([]);
  });
});

test('a task that never was is refused as before', async () => {
  const world = new EngineWorld(queue);
  const engine = await world.open().engine;
  for (const act of [engine.cancel(world.key('no-1')), engine.reset(world.key('no-1'))])
    expect(await act).toMatchObject({
      why: 'No queue of this folder declares no-1 any more.',
    });
});

test('taken out and released at any step of a spawn elsewhere, its attempt is started once at most', async () => {
  const seen = new Set<string>();
  let n = 0;
  for (let wasOver = false; !wasOver && n < 300; n++) {
    const there = await spawnElsewhere(queue, 'shop-1-a', n);
    const { world, schedule, key, pid, spawned } = there;
    wasOver = there.isOver;
    const before = world.attempts()[0]?.state ?? 'nothing';
    const text = world.text;
    world.text = other;
    const rest = schedule.hold(pid);
    const reset = world.open().engine.then((engine) => engine.reset(key, { hasLooked: true }));
    await schedule.run();
    const { kind } = await reset;
    seen.add(`${before}: ${kind}`);
    world.text = text;
    rest();
    await schedule.run();
    await spawned;
    const starts = [...world.runner().starts.values()];
    expect(starts.every((count) => count === 1)).toBe(true);
    if (before === 'reserved') expect([kind, starts]).toEqual(['done', []]);
    if (before === 'started') expect([kind, starts]).toEqual(['refused', [1]]);
  }
  expect(n).toBeGreaterThan(10);
  expect([...seen]).toEqual(
    expect.arrayContaining(['nothing: refused', 'reserved: done', 'started: refused']),
  );
});
