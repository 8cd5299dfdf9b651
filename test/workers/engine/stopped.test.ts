/** What is left of a worker that has ended: words in its progress file, and a line in the ledger. */
import { describe, expect, test } from 'vitest';
import { readProgress } from '../../../server/src/core/runs/readProgress';
import { EngineWorld } from './support/engineWorld';

const queue = '### TASK: shop-1-a - One\n- **Status:** pending\n';

describe('a worker', () => {
  test('that was stopped leaves no contradiction behind: its progress file says so, below all other words', async () => {
    for (const how of ['cancel', 'reset'] as const) {
      const world = new EngineWorld(queue);
      const { engine } = world.open();
      const key = world.key('shop-1-a');
      await (await engine).spawn(key);
      const path = 'scheduler/progress/shop-1-a.md';
      await world.files.append(path, '\nI have begun.\n');
      const before = await world.files.read(path);
      if (how === 'reset') for (const { runs } of world.runners.values()) runs.clear();
      expect(await (await engine)[how](key)).toMatchObject({ kind: 'done' });
      const after = (await world.files.read(path)) ?? '';
      expect(after.startsWith(before ?? '-')).toBe(true);
      expect(readProgress(after, path, 0).status?.value).toBe('pending');
      expect(world.text).toContain('- **Status:** pending');
    }
  });

  test('that claimed to have finished before it was stopped keeps its word', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    await engine.spawn(key);
    const path = 'scheduler/progress/shop-1-a.md';
    const claim = `${(await world.files.read(path)) ?? ''}\n- **Final Status:** complete\n`;
    await world.files.replace(path, claim);
    expect(await engine.cancel(key)).toMatchObject({ kind: 'done' });
    expect(await world.files.read(path)).toBe(claim);
  });

  test('that is being stopped needs nobody, whoever notes its end before the queue is told', async () => {
    for (const whose of ['own', 'other'] as const) {
      const world = new EngineWorld(queue);
      const { engine, pid } = world.open();
      const own = await engine;
      const noting = whose === 'own' ? own : await world.open().engine;
      const key = world.key('shop-1-a');
      await own.spawn(key);
      let goOn = (): void => undefined;
      const isAtTheQueue = new Promise<void>((reached) => {
        const held = new Promise<void>((resolve) => (goOn = resolve));
        world.gate = (of, what) => {
          if (of !== pid || what !== 'apply') return Promise.resolve();
          reached();
          return held;
        };
      });
      const stopping = own.cancel(key);
      await isAtTheQueue;
      expect(world.text).toContain('- **Status:** in-progress');
      await noting.reconcile();
      expect(await own.workers()).toMatchObject([{ state: 'ended', needsYou: undefined }]);
      goOn();
      expect(await stopping).toMatchObject({ kind: 'done' });
      expect(world.text).toContain('- **Status:** pending');
      expect(await own.workers()).toMatchObject([{ state: 'ended', needsYou: undefined }]);
    }
  });

  test('that had ended by itself before, while the queue still has it, needs somebody once the stop is through', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    await engine.spawn(key);
    world.runner().end('w/shop-1-a#1');
    expect(await engine.cancel(key)).toMatchObject({
      kind: 'done',
      said: 'The worker of shop-1-a had ended before.',
    });
    expect((await engine.workers())[0]?.needsYou).toMatch(/has ended \(succeeded\)/);
  });

  test('that ended is told of by an engine that was opened later: how, and when', async () => {
    const world = new EngineWorld(queue);
    const first = world.open();
    await (await first.engine).spawn(world.key('shop-1-a'));
    await (await first.engine).cancel(world.key('shop-1-a'));
    world.drop(first.pid);
    const [worker] = await (await world.open().engine).workers();
    expect(worker).toMatchObject({
      state: 'ended',
      run: { state: 'cancelled', endedAt: world.time },
    });
  });

  test('that was seen running is shown as stopped by every window, with what it said last', async () => {
    const world = new EngineWorld(queue);
    const [own, other] = await Promise.all([world.open().engine, world.open().engine]);
    await own.spawn(world.key('shop-1-a'));
    const [running] = await other.workers();
    expect(running).toMatchObject({ run: { state: 'running' } });
    await own.reconcile();
    world.advance(60_000);
    await own.cancel(world.key('shop-1-a'));
    for (const engine of [own, other]) {
      const [worker] = await engine.workers();
      expect(worker).toMatchObject({
        state: 'ended',
        run: { ...running?.run, state: 'cancelled', endedAt: world.time },
      });
    }
  });
});
