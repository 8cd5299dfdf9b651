import { describe, expect, test } from 'vitest';
import { EngineWorld } from './support/engineWorld';

const queue = '### TASK: shop-1 - Do it\n- **Status:** pending\n';
const own = 'scheduler/spawn-queue/.proactive-jobs';

/** A disk that has no room left for lines about that event. */
function fullFor(world: EngineWorld, event: string): void {
  const { files } = world;
  const append = files.append.bind(files);
  files.append = (path, text) =>
    text.includes(`"event":"${event}"`)
      ? Promise.reject(new Error('disk full'))
      : append(path, text);
}

describe('when the world fails', () => {
  test('a damaged workspace id is said, with what should stand there, and nothing is started', async () => {
    const world = new EngineWorld(queue);
    await world.files.create(`${own}/workspace.json`, '{"id": 7}');
    const engine = await world.open().engine;
    const key = world.key('shop-1');
    expect(await engine.spawn(key)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/is damaged: it should be/) as unknown,
    });
    expect(await engine.cancel(key)).toMatchObject({ kind: 'refused' });
    expect(await engine.plan(key)).toMatchObject({
      code: 'ledger',
      why: expect.stringMatching(/is damaged: it should be/) as unknown,
    });
    expect(world.logger.events('error')).toContain('workers.notPlanned');
    expect(world.runner().requests).toEqual([]);
  });

  test('nothing is sent when it cannot be announced', async () => {
    const world = new EngineWorld(queue);
    fullFor(world, 'requested');
    const engine = await world.open().engine;
    expect(await engine.spawn(world.key('shop-1'))).toMatchObject({
      kind: 'failed',
      why: 'disk full',
    });
    expect(world.runner().requests).toEqual([]);
  });

  test('a worker that was started is not called a failure because it could not be written down', async () => {
    const world = new EngineWorld(queue);
    fullFor(world, 'started');
    const engine = await world.open().engine;
    const key = world.key('shop-1');
    expect(await engine.spawn(key)).toMatchObject({
      ...{ kind: 'unknown', why: 'disk full', recorded: { kind: 'not-recorded' } },
    });
    expect(await engine.spawn(key)).toMatchObject({ kind: 'exists' });
    expect([...world.runner().starts.values()]).toEqual([1]);
  });

  test('foreign lines in the ledger are logged and passed over', async () => {
    const world = new EngineWorld(queue);
    await world.files.create(`${own}/ledger.jsonl`, 'not ours\n');
    const engine = await world.open().engine;
    expect(await engine.spawn(world.key('shop-1'))).toMatchObject({ kind: 'started' });
    expect(world.logger.entries.find(({ event }) => event === 'workers.ledgerLine')?.data).toEqual({
      problem: `Line 1 of ${own}/ledger.jsonl was passed over: it is no JSON object; it may have been cut off while it was written.`,
    });
  });

  test('a back end that throws, or answers for another attempt, leaves the attempt unknown', async () => {
    for (const answer of ['throws', 'lies'] as const) {
      const world = new EngineWorld(queue);
      const runner = world.runner();
      const backendOf = runner.backendOf.bind(runner);
      runner.backendOf = (gate) => ({
        ...backendOf(gate),
        spawn: (request) => {
          if (answer === 'throws') return Promise.reject(new Error('a bug'));
          const attemptId = 'somebody/else#1';
          const run = { attemptId, backend: 'process', state: 'running', ...none } as const;
          return Promise.resolve({ kind: 'started', run, for: request });
        },
        find: () => Promise.reject(new Error('a bug')),
      });
      const engine = await world.open().engine;
      expect(await engine.spawn(world.key('shop-1'))).toMatchObject({ kind: 'unknown' });
      await engine.reconcile();
      expect(world.attempts()).toMatchObject([{ state: 'unknown' }]);
    }
  });

  test('closing the engine does not wait for a back end that never answers', async () => {
    const world = new EngineWorld(queue);
    world.gate = (_, what) =>
      what === 'send late' ? new Promise(() => undefined) : Promise.resolve();
    world.runner().nextFate = () => 'sent-late';
    const engine = await world.open().engine;
    const spawned = engine.spawn(world.key('shop-1'));
    for (let n = 0; n < 2; n++) {
      await turns();
      world.advance(120_000);
    }
    expect(await spawned).toMatchObject({ kind: 'unknown' });
    const closed = engine.dispose();
    await turns();
    world.advance(120_000);
    await closed;
  });
});

const none = {
  ...{ sessionKey: undefined, startedAt: undefined, endedAt: undefined, lastSignAt: undefined },
  ...{ lastLine: undefined, tokens: undefined, model: undefined },
};

async function turns(): Promise<void> {
  for (let n = 0; n < 30; n++) await new Promise((resolve) => setImmediate(resolve));
}
