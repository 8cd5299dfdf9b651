// What a person is told of a worker is so now, not as it was once seen; and what they are told to do is done when they do it.
import { describe, expect, test } from 'vitest';
import { isHeld } from '../../../server/src/workers/attempt';
import { patience } from '../../support/properties';
import { EngineWorld } from './support/engineWorld';
import { Schedule } from './support/schedule';
import { both, oneTask, waitingWorld } from './support/waitingWorld';

const minute = 60_000;
const attemptId = 'w/shop-1-a#1';
const session = 'agent:main:subagent:7';
const folder = 'scheduler/spawn-queue';

async function running() {
  const world = new EngineWorld(oneTask);
  const engine = await world.open().engine;
  const key = world.key('shop-1-a');
  await engine.spawn(key);
  return { world, engine, key };
}

describe('a worker that was seen running', () => {
  test('and that its back end forgets is not shown as running, and somebody is told', async () => {
    const { world, engine, key } = await running();
    world.advance(minute);
    await world.files.create('scheduler/heartbeats/shop-1-a.json', '{"taskId":"shop-1-a"}');
    expect((await engine.reconcile())[0]).toMatchObject({ state: 'alive', needsYou: undefined });
    world.runner().runs.clear();
    const [worker] = await engine.reconcile();
    expect(worker).toMatchObject({ state: 'alive', run: undefined });
    expect(worker?.needsYou).toBe(
      'Attempt 1 at shop-1-a was at work, but its back end cannot tell of it: it no longer knows the session. If it is not at work any more, stop it or reset the task: either gives the slot back.',
    );
    expect(await engine.reset(key)).toMatchObject({ kind: 'done' });
  });

  test('and was put aside by a person is not shown as running by anybody', async () => {
    const { world, engine, key } = await running();
    const other = await world.open().engine;
    await other.workers();
    world.runner().canTell = () => false;
    await engine.reset(key, { hasLooked: true });
    for (const one of [engine, other])
      expect(await one.workers()).toMatchObject([{ state: 'closed', run: undefined }]);
  });

  test('gives way to the session that a person names, of whom nobody is told anything more', async () => {
    const { world, engine, key } = await running();
    world.advance(10 * minute);
    expect((await engine.reconcile())[0]?.needsYou).toMatch(/no sign of life/);
    await engine.adopt(key, session);
    const [worker] = await engine.reconcile();
    expect(worker).toMatchObject({ run: undefined, sessionKey: session, needsYou: undefined });
  });

  test('and was stopped has the same session in a window that has never seen it', async () => {
    const { world, engine, key } = await running();
    await engine.cancel(key);
    const [worker] = await (await world.open().engine).workers();
    expect(worker).toMatchObject({ state: 'ended', sessionKey: 'session-w-shop-1-a-1' });
  });
});

test('an attempt that ended asks for nobody once the next one is on the task', async () => {
  const { world, engine, key } = await running();
  world.runner().end(attemptId, 'failed');
  expect((await engine.reconcile())[0]?.needsYou).toBe(
    'The worker of shop-1-a has ended (failed), and the queue still says in-progress. Claim or complete the task if its work is there; else retry or reset it.',
  );
  await engine.retry(key);
  expect(await engine.reconcile()).toMatchObject([
    { identity: { number: 2 }, state: 'started', needsYou: undefined },
    { identity: { number: 1 }, state: 'ended', needsYou: undefined },
  ]);
});

test.each([
  ['has taken', undefined],
  ['says it has started', 'spawned'],
])('a request that a processor %s can be let go of by whoever has looked', async (_, status) => {
  const { world, uuid } = await waitingWorld();
  const file = `${uuid}.json`;
  await world.files.claim(`${folder}/requests/${file}`, `${folder}/processing/${file}`);
  if (status !== undefined) {
    const sessionKey = 'agent:main:subagent:11111111-2222-4333-8444-555555555555';
    const answer = JSON.stringify({ requestId: uuid, status, sessionKey });
    await world.files.create(`${folder}/responses/${file}`, answer);
  }
  const engine = await world.open(both).engine;
  const key = world.key('shop-1-a');
  expect(await engine.cancel(key)).toEqual({
    kind: 'refused',
    why: 'Nobody can tell whether the worker of shop-1-a has stopped: a processor has taken the request, and the worker has to be stopped where it runs.',
    remedy:
      'It keeps its slot. Try again, or look for its session yourself; once there is none, reset the task and confirm that.',
  });
  expect(await engine.reset(key)).toMatchObject({
    kind: 'refused',
    why: 'Nobody can tell whether the worker of shop-1-a lives: a processor has taken its request.',
    canBeReleased: true,
  });
  expect(await engine.reset(key, { hasLooked: true })).toMatchObject({ kind: 'done' });
  expect(world.text).toContain('0/2 occupied');
});

test('a request that still waits is taken back by a reset, and nobody has to look', async () => {
  const { world } = await waitingWorld();
  const engine = await world.open(both).engine;
  expect(await engine.reset(world.key('shop-1-a'))).toMatchObject({ kind: 'done' });
  expect(await world.queued('requests')).toEqual([]);
});

test('a ledger that cannot be read is named', async () => {
  const { world, engine, key } = await running();
  const { files } = world;
  const read = files.read.bind(files);
  files.read = (path) =>
    path.endsWith('ledger.jsonl') ? Promise.reject(new Error('EISDIR')) : read(path);
  expect(await engine.cancel(key)).toMatchObject({
    kind: 'refused',
    why: 'scheduler/spawn-queue/.proactive-jobs/ledger.jsonl cannot be read: EISDIR.',
  });
});

test(
  'letting go of a request while another window takes it leaves no worker behind that nobody holds',
  patience,
  async () => {
    for (let drain = 0; drain < 34; drain++)
      for (const reset of [3, 5, 7, 9, 11, 13]) await meet(drain, reset);
  },
);

/** The other window goes `drain` of its 33 steps, the reset `reset` of its 17, then each to its end. */
async function meet(drain: number, reset: number): Promise<void> {
  const { world } = await waitingWorld();
  const key = world.key('shop-1-a');
  const [mine, other] = [world.open(both), world.open(both)];
  const [engine, taker] = await Promise.all([mine.engine, other.engine]);
  const schedule = new Schedule(world, []);
  const go = async (count: number): Promise<void> => {
    for (let n = 0; n < count && (await schedule.next()); n++);
  };
  void taker.reconcile();
  await go(drain);
  let release = schedule.hold(other.pid);
  void engine.reset(key, { hasLooked: true });
  await go(reset);
  release();
  release = schedule.hold(mine.pid);
  await schedule.run();
  release();
  await schedule.run();
  const [attempt] = world.attempts();
  const isHere = world.runner().isLive(attemptId);
  if (isHere && !isHeld(attempt?.state ?? 'closed'))
    throw new Error(
      `It lives and is ${attempt?.state}:\n${drain} ${reset} ${schedule.trace.join('\n')}`,
    );
}
