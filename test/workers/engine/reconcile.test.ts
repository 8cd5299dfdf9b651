import { describe, expect, test } from 'vitest';
import { EngineWorld } from './support/engineWorld';

const queue = [
  '**Worker Slots:** 0/2 occupied',
  '',
  '### TASK: shop-1-a - One',
  '- **Status:** pending',
  '- [x] First',
  '- [ ] Second',
  '',
  '### TASK: shop-2-b - Two',
  '- **Status:** pending',
  '',
].join('\n');
const minute = 60_000;

describe('a request whose answer is lost', () => {
  test('is unknown, holds task and slot, and is never sent again by itself', async () => {
    const world = new EngineWorld(queue.replace('0/2', '0/1'));
    world.runner().nextFate = () => 'request-lost';
    world.runner().canTell = () => false;
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    expect(await engine.spawn(key)).toMatchObject({
      ...{ kind: 'unknown', why: 'the line broke', recorded: { kind: 'recorded' } },
    });
    expect(world.text).toContain('- **Worker:** pending confirmation');
    for (let n = 0; n < 3; n++) await engine.reconcile();
    expect(await engine.spawn(key)).toMatchObject({ kind: 'exists', worker: { state: 'unknown' } });
    expect(await engine.retry(key)).toMatchObject({ kind: 'exists' });
    expect(await engine.spawn(world.key('shop-2-b'))).toMatchObject({
      kind: 'refused',
      obstacles: [{ code: 'slots' }],
    });
    expect(world.runner().requests).toHaveLength(1);
    world.advance(6 * minute);
    const [worker] = await engine.reconcile();
    expect(worker?.needsYou).toMatch(/^Attempt 1 at shop-1-a was requested, and nobody can tell/);
  });

  test('is found again, and the queue then names its session', async () => {
    const world = new EngineWorld(queue);
    world.runner().nextFate = () => 'reply-lost';
    const engine = await world.open().engine;
    await engine.spawn(world.key('shop-1-a'));
    const [worker] = await engine.reconcile();
    expect(worker).toMatchObject({ state: 'started', sessionKey: 'session-w-shop-1-a-1' });
    await engine.reconcile();
    expect(world.text).toContain('- **Worker:** session-w-shop-1-a-1');
  });

  test('is failed once it is proven absent; the task is pending again and can be retried', async () => {
    const world = new EngineWorld(queue);
    world.runner().nextFate = () => 'request-lost';
    const engine = await world.open().engine;
    await engine.spawn(world.key('shop-1-a'));
    await engine.reconcile();
    expect(world.attempts()).toMatchObject([{ state: 'failed' }]);
    expect(world.text).toContain('0/2 occupied');
    expect(world.text).not.toContain('pending confirmation');
    world.runner().nextFate = () => 'started';
    expect(await engine.retry(world.key('shop-1-a'))).toMatchObject({
      kind: 'started',
      worker: { identity: { number: 2 } },
    });
  });

  test('absent is no proof while the call that sends it has not come back', async () => {
    const world = new EngineWorld(queue);
    let send = (): void => undefined;
    world.gate = (_, what) =>
      what === 'send late' ? new Promise<void>((resolve) => (send = resolve)) : Promise.resolve();
    world.runner().nextFate = () => 'sent-late';
    const [engine, other] = await Promise.all([world.open().engine, world.open().engine]);
    const spawned = engine.spawn(world.key('shop-1-a'));
    for (let n = 0; n < 2; n++) {
      await turns();
      world.advance(2 * minute);
    }
    expect(await spawned).toMatchObject({ kind: 'unknown' });
    await Promise.all([engine.reconcile(), other.reconcile()]);
    expect(await other.retry(world.key('shop-1-a'))).toMatchObject({ kind: 'exists' });
    // A person's word would not help, so nobody is asked for it.
    expect(await engine.reset(world.key('shop-1-a'), { hasLooked: true })).toEqual({
      kind: 'refused',
      why: 'The attempt is being started at this moment.',
      remedy: 'Try again when that is through.',
    });
    send();
    await turns();
    expect(world.attempts()).toMatchObject([{ state: 'started' }]);
    expect([...world.runner().starts.values()]).toEqual([1]);
  });
});

describe('a worker that runs', () => {
  test('without a sign of life needs a person after the time of proof', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    await engine.spawn(world.key('shop-1-a'));
    world.advance(4 * minute);
    expect((await engine.reconcile())[0]?.needsYou).toBeUndefined();
    world.advance(2 * minute);
    expect((await engine.reconcile())[0]?.needsYou).toBe(
      'Attempt 1 at shop-1-a has given no sign of life since it was started.',
    );
  });

  test('is alive with its first heartbeat, although its back end says nothing', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    await engine.spawn(world.key('shop-1-a'));
    world.runner().canTell = () => false;
    world.advance(minute);
    await world.files.create('scheduler/heartbeats/shop-1-a.json', '{"taskId":"shop-1-a"}');
    expect((await engine.reconcile())[0]).toMatchObject({ state: 'alive', needsYou: undefined });
  });

  test('ends without the queue being told that the task is done', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    await engine.spawn(world.key('shop-1-a'));
    world.runner().end('w/shop-1-a#1');
    const [worker] = await engine.reconcile();
    expect(worker).toMatchObject({ state: 'ended', run: { state: 'succeeded' } });
    expect(worker?.needsYou).toMatch(
      /has ended \(succeeded\), and the queue still says in-progress/,
    );
    expect(world.text).toContain('- **Status:** in-progress');
  });

  test('can be stopped; then its slot is free and its task pending', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    expect(await engine.cancel(key)).toMatchObject({
      kind: 'refused',
      why: 'No worker is on shop-1-a.',
    });
    await engine.spawn(key);
    world.runner().canTell = () => false;
    expect(await engine.cancel(key)).toMatchObject({ kind: 'refused' });
    expect(world.attempts()[0]?.state).toBe('started');
    world.runner().canTell = () => true;
    expect(await engine.cancel(key)).toMatchObject({ kind: 'done', worker: { state: 'ended' } });
    expect(world.text).toContain('0/2 occupied');
    expect(world.text).not.toContain('in-progress');
  });

  test('keeps its task from being reset until it is gone', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    await engine.spawn(key);
    for (const person of [{}, { hasLooked: true }])
      expect(await engine.reset(key, person)).toMatchObject({
        kind: 'refused',
        remedy: 'Stop it first.',
      });
    world.runner().canTell = () => false;
    expect(await engine.reset(key)).toMatchObject({ kind: 'refused' });
    expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
    expect(world.attempts()).toMatchObject([{ state: 'closed' }]);
    expect(world.text).toContain('0/2 occupied');
  });
});

describe('what people do by hand', () => {
  test('a prompt that was handed to a chat holds the task until the claim', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    expect(await engine.handOff(key, 'chat')).toMatchObject({
      kind: 'done',
      worker: { state: 'handed-off', backend: 'hand-off' },
    });
    expect(world.text).toContain('- **Worker:** chat');
    expect(await engine.spawn(key)).toMatchObject({ kind: 'exists' });
    expect(await engine.claim(key, { summary: 'All\nthere' })).toMatchObject({
      said: 'shop-1-a waits for its validation. 1 of its 2 acceptance boxes are open.',
    });
    expect(world.text).toContain('- **Status:** needs-validation');
    expect(world.text).toContain('- **Claimed Complete:** 2026-01-15 12:00');
    const progress = world.files.texts.get('scheduler/progress/shop-1-a.md') ?? '';
    expect(progress).toContain('> All there');
    expect(progress).toContain('### Checklist\n\n- [x] First\n- [ ] Second');
    expect(world.attempts()[0]?.state).toBe('ended');
    expect(world.runner().requests).toEqual([]);
  });

  test('complete needs a PASS, or a reason that goes on record', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    const key = world.key('shop-1-a');
    expect(await engine.complete(key, {})).toMatchObject({
      kind: 'refused',
      why: 'Nobody has given a verdict on shop-1-a.',
    });
    const verdict = 'scheduler/validator/notes/validations/shop-1-a.md';
    await world.files.create(verdict, '# Validation: shop-1-a\n\n**Result:** FAIL\n');
    expect(await engine.complete(key, {})).toMatchObject({
      why: 'The last verdict on shop-1-a is fail.',
    });
    expect(await engine.complete(key, { reason: 'seen it work' })).toMatchObject({ kind: 'done' });
    expect(world.text).toContain('- **Status:** complete');
    expect(world.files.texts.get('scheduler/spawn-queue/.proactive-jobs/ledger.jsonl')).toContain(
      'seen it work',
    );
    await world.files.replace(verdict, '# Validation: shop-2-b\n\n**Result:** PASS\n');
    await world.files.create(
      verdict.replace('-1-a', '-2-b'),
      '# Validation: shop-2-b\n\n**Result:** PASS\n',
    );
    expect(await engine.complete(world.key('shop-2-b'), {})).toMatchObject({ kind: 'done' });
  });
});

async function turns(): Promise<void> {
  for (let n = 0; n < 10; n++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a queue that is put back while the worker runs, by an undo or somebody who had read it before', () => {
  test('is left as it is, and a person is told until it is put right', async () => {
    const world = new EngineWorld(queue);
    const engine = await world.open().engine;
    await engine.spawn(world.key('shop-1-a'));
    const recorded = world.text;
    expect(recorded).toContain('in-progress');
    world.text = queue;
    expect((await engine.reconcile())[0]?.needsYou).toBeUndefined();
    world.advance(3 * minute);
    expect((await engine.reconcile())[0]?.needsYou).toBe(
      'Attempt 1 at shop-1-a may be running, but the queue says pending again. Set the task to in-progress there, or stop the worker.',
    );
    expect(world.text).toBe(queue);
    expect(await engine.spawn(world.key('shop-1-a'))).toMatchObject({ kind: 'exists' });
    world.text = recorded;
    expect((await engine.reconcile())[0]?.needsYou).toBeUndefined();
  });
});
