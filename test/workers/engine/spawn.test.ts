import { describe, expect, test } from 'vitest';
import type { WorkerEngine } from '../../../server/src/workers/workerEngine';
import { EngineWorld } from './support/engineWorld';

const queue = [
  '# Queue',
  '',
  '**Worker Slots:** 0/2 occupied',
  '',
  '### TASK: p1-2-cart - Fill the cart',
  '- **Status:** pending',
  '- **Priority:** P1',
  '- **Model:** sonnet',
  '',
  'Words of the task.',
  '',
  '### TASK: p1-3-pay - Pay',
  '- **Status:** pending',
  '- **Dependencies:** p1-2-cart',
  '',
  '### TASK: p1-4-mail - Send mail',
  '- **Status:** pending',
  '',
].join('\n');

async function opened(world: EngineWorld): Promise<WorkerEngine> {
  return world.open().engine;
}

describe('a spawn', () => {
  test('starts one worker and says so in five places of the queue, and nowhere else', async () => {
    const world = new EngineWorld(queue);
    const engine = await opened(world);
    const result = await engine.spawn(world.key('p1-2-cart'));
    expect(result).toMatchObject({
      kind: 'started',
      recorded: { kind: 'recorded' },
      worker: { state: 'started', model: 'sonnet', backend: 'process', needsYou: undefined },
    });
    expect(world.text).toBe(
      queue
        .replace('0/2 occupied', '1/2 occupied')
        .replace(
          '- **Status:** pending\n- **Priority:** P1\n- **Model:** sonnet\n',
          [
            '- **Status:** in-progress',
            '- **Priority:** P1',
            '- **Model:** sonnet',
            '- **Worker:** session-w-p1-2-cart-1',
            '- **Started:** 2026-01-15 12:00',
            '- **Attempt:** 1',
            '',
          ].join('\n'),
        ),
    );
    expect(world.runner().requests).toHaveLength(1);
    const [request] = world.runner().requests;
    expect(request).toMatchObject({
      identity: { attemptId: 'w/p1-2-cart#1', number: 1 },
      ...{ cwd: '/w', model: 'sonnet', runTimeoutMs: undefined },
    });
    expect(request?.prompt).toContain('p1-2-cart');
  });

  test('creates the progress file before the worker starts, and adds to one that is there', async () => {
    const world = new EngineWorld(queue);
    const path = 'scheduler/progress/p1-2-cart.md';
    world.onStart = () => expect(world.files.texts.get(path)).toContain('# Task: p1-2-cart');
    const engine = await opened(world);
    await engine.spawn(world.key('p1-2-cart'));
    expect(world.files.texts.get(path)).toContain('- **Status:** in-progress');
    const old = 'Old words that must stay.\n';
    await world.files.create('scheduler/progress/p1-4-mail.md', old);
    await engine.spawn(world.key('p1-4-mail'));
    const text = world.files.texts.get('scheduler/progress/p1-4-mail.md') ?? '';
    expect(text.startsWith(old)).toBe(true);
    expect(text).toContain('## Attempt 1');
  });

  test('announces each step in the ledger before it is done', async () => {
    const world = new EngineWorld(queue);
    const seen: string[] = [];
    world.onStart = () => seen.push(...world.attempts().map(({ state }) => state));
    const engine = await opened(world);
    await engine.spawn(world.key('p1-2-cart'));
    expect(seen).toEqual(['requested']);
    expect(world.logger.events('info')).toEqual([
      'workers.reserved',
      'workers.requested',
      'workers.started',
      'workers.recorded',
    ]);
  });

  test('writes no word of task or prompt into ledger, leases and log', async () => {
    const world = new EngineWorld(queue);
    await (await opened(world)).spawn(world.key('p1-2-cart'));
    const kept = [...world.files.texts].filter(([path]) => path.includes('.proactive-jobs'));
    const all = JSON.stringify([kept, world.logger.entries]);
    expect(all).not.toMatch(/Fill the cart|Words of the task|You are a worker/);
  });

  test('a definite refusal leaves the queue as it was, and the next spawn is attempt 2', async () => {
    const world = new EngineWorld(queue);
    const engine = await opened(world);
    world.runner().nextFate = () => 'refused';
    expect(await engine.spawn(world.key('p1-2-cart'))).toMatchObject({
      kind: 'failed',
      why: 'it refused',
    });
    expect(world.text).toBe(queue);
    world.runner().nextFate = () => 'started';
    expect(await engine.spawn(world.key('p1-2-cart'))).toMatchObject({
      kind: 'started',
      worker: { identity: { number: 2 } },
    });
  });

  test('one of eight who spawn at once starts it; the others say that it exists', async () => {
    const world = new EngineWorld(queue);
    const engines = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => opened(world)));
    const results = await Promise.all(engines.map((e) => e.spawn(world.key('p1-2-cart'))));
    expect(results.map(({ kind }) => kind).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'exists'),
      'started',
    ]);
    expect([...world.runner().starts.values()]).toEqual([1]);
  });

  test('two spawns for the last slot: one gets it, the other hears why not', async () => {
    const world = new EngineWorld(queue.replace('0/2', '0/1'));
    const [a, b] = await Promise.all([opened(world), opened(world)]);
    const results = await Promise.all([
      a.spawn(world.key('p1-2-cart')),
      b.spawn(world.key('p1-4-mail')),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['refused', 'started']);
    const refused = results.find(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject({ obstacles: [{ code: 'slots', canOverride: true }] });
    expect(world.runner().starts.size).toBe(1);
  });

  test('full slots can be overridden by a person, and nothing else can', async () => {
    const world = new EngineWorld(queue.replace('0/2', '0/1'));
    const engine = await opened(world);
    await engine.spawn(world.key('p1-2-cart'));
    const anyway = { overrideSlots: true };
    expect(await engine.spawn(world.key('p1-4-mail'), anyway)).toMatchObject({ kind: 'started' });
    expect(await engine.spawn(world.key('p1-3-pay'), anyway)).toMatchObject({
      kind: 'refused',
      obstacles: [{ code: 'dependencies' }],
    });
  });

  test('a task that changed meanwhile is not written over: the worker runs, and that is said', async () => {
    const world = new EngineWorld(queue);
    world.onStart = () => {
      world.text = world.text.replace('Words of the task.', 'Other words.');
    };
    const result = await (await opened(world)).spawn(world.key('p1-2-cart'));
    expect(result).toMatchObject({ kind: 'started', recorded: { kind: 'not-recorded' } });
    expect(world.text).toContain('Other words.');
    expect(world.text).not.toContain('in-progress');
    expect(world.attempts()).toMatchObject([{ state: 'started', isRecorded: false }]);
  });

  test('typing elsewhere in the queue does not keep the attempt from being recorded', async () => {
    const world = new EngineWorld(queue);
    let n = 0;
    world.beforeApply = () => {
      if (n++ === 0) world.text = world.text.replace('# Queue', '# My queue of today');
    };
    const result = await (await opened(world)).spawn(world.key('p1-2-cart'));
    expect(result).toMatchObject({ recorded: { kind: 'recorded' } });
    expect(world.text).toContain('# My queue of today');
    expect(world.text).toContain('in-progress');
  });

  test('in a workspace without trust nothing is probed, written, spawned or cancelled', async () => {
    const world = new EngineWorld(queue);
    const engine = await opened(world);
    world.isTrusted = false;
    const calls: string[] = [];
    world.gate = (_, what) => Promise.resolve(void calls.push(what));
    const key = world.key('p1-2-cart');
    const untrusted = 'This workspace is not trusted, so workers are left alone.';
    expect(await engine.spawn(key)).toMatchObject({
      kind: 'refused',
      obstacles: [{ code: 'untrusted' }],
    });
    for (const result of [engine.cancel(key), engine.reset(key), engine.claim(key, {})])
      expect(await result).toMatchObject({ kind: 'refused', why: untrusted });
    await engine.reconcile();
    expect(
      calls.filter((what) => /^(probe|send|find|cancel|create|append|replace|apply)/.test(what)),
    ).toEqual([]);
  });
});

describe('a plan', () => {
  test('shows everything and writes nothing', async () => {
    const world = new EngineWorld(queue);
    const engine = await opened(world);
    const plan = await engine.plan(world.key('p1-2-cart'));
    expect(plan).toMatchObject({
      ...{ obstacles: [], backend: 'process', model: 'sonnet', cwd: '/w', held: undefined },
      backendReasons: ['process is used: it answers'],
      identity: { attemptId: 'w/p1-2-cart#1' },
    });
    expect([...world.files.texts]).toEqual([]);
  });

  test('of an attempt that is under way shows that one', async () => {
    const world = new EngineWorld(queue);
    const engine = await opened(world);
    await engine.spawn(world.key('p1-2-cart'));
    const plan = await engine.plan(world.key('p1-2-cart'));
    expect(plan).toMatchObject({
      held: { state: 'started', identity: { number: 1 } },
      obstacles: [{ code: 'status' }, { code: 'held' }],
    });
  });

  test('auto takes the first back end that answers, and says why not the ones before', async () => {
    const world = new EngineWorld(queue);
    world.config = { ...world.config, backend: 'auto' };
    world.runner('openclaw').isReady = false;
    const engine = await world.open(['queue', 'process', 'openclaw']).engine;
    expect(await engine.plan(world.key('p1-2-cart'))).toMatchObject({
      backend: 'process',
      backendReasons: ['openclaw is not used: it is off', 'process is used: it answers'],
    });
  });

  test('a model that the back end does not offer is in the way', async () => {
    const world = new EngineWorld(queue);
    world.runner().models = ['vendor/opus'];
    const plan = await (await opened(world)).plan(world.key('p1-2-cart'));
    expect(plan).toMatchObject({
      obstacles: [{ code: 'model', why: 'The back end has no model called sonnet.' }],
    });
  });
});
