// A session that a person has found becomes the worker of an attempt, and nobody else's line is written over.
import { expect, test } from 'vitest';
import { EngineWorld } from './support/engineWorld';
import { oneTask } from './support/waitingWorld';

const session = 'agent:main:subagent:7';

function opened() {
  const world = new EngineWorld(oneTask);
  return { world, engine: world.open().engine, key: world.key('shop-1-a') };
}

test('a session takes the place of a worker that nobody could confirm', async () => {
  const { world, engine: opening, key } = opened();
  world.runner().nextFate = () => 'request-lost';
  const engine = await opening;
  expect(await engine.adopt(key, 'x')).toMatchObject({ kind: 'refused' });
  await engine.spawn(key);
  expect(await engine.adopt(key, 'two words')).toMatchObject({ kind: 'refused' });
  expect(await engine.adopt(key, session)).toMatchObject({
    kind: 'done',
    said: `${session} is now the worker of shop-1-a.`,
    worker: { state: 'started', sessionKey: session },
  });
  expect(world.text).toContain(`- **Worker:** ${session}`);
});

test('a session takes the place of the worker that the queue named, for everybody and for good', async () => {
  const { world, engine: opening, key } = opened();
  const engine = await opening;
  await engine.spawn(key);
  expect(world.text).toContain('- **Worker:** session-w-shop-1-a-1');
  expect(await engine.adopt(key, session)).toMatchObject({
    said: `${session} is now the worker of shop-1-a.`,
    worker: { sessionKey: session },
  });
  expect(world.text).toContain(`- **Worker:** ${session}`);
  expect(world.text).not.toContain('session-w-shop-1-a-1');
  // The run that the back end knows is another one: its end is not that of the session.
  world.runner().end('w/shop-1-a#1');
  const other = await world.open().engine;
  for (const one of [engine, other])
    expect((await one.reconcile())[0]).toMatchObject({ state: 'started', sessionKey: session });
  expect(await engine.cancel(key)).toMatchObject({
    kind: 'refused',
    why: `The worker of shop-1-a is the session ${session}, which cannot be stopped from here.`,
  });
  expect(await engine.claim(key, {})).toMatchObject({ kind: 'done', worker: { state: 'ended' } });
});

test('a worker that somebody else has written there stays, and that is said', async () => {
  const { world, engine: opening, key } = opened();
  const engine = await opening;
  await engine.spawn(key);
  world.text = world.text.replace('session-w-shop-1-a-1', 'kim');
  expect(await engine.adopt(key, session)).toMatchObject({
    kind: 'done',
    said: `${session} is now the worker of shop-1-a. The queue does not say so: shop-1-a has the worker kim there, which is not the one that we had noted.`,
  });
  expect(world.text).toContain('- **Worker:** kim');
});

test('a worker that is written there while the session is being named stays', async () => {
  const { world, engine: opening, key } = opened();
  const engine = await opening;
  await engine.spawn(key);
  world.beforeApply = () => {
    world.text = world.text.replace('session-w-shop-1-a-1', 'kim');
  };
  expect(await engine.adopt(key, session)).toMatchObject({
    said: expect.stringContaining('has the worker kim there') as string,
  });
  expect(world.text).toContain('- **Worker:** kim');
});

test('the request that waits in the file queue is taken back, so that nobody starts a second worker', async () => {
  const { world, key } = opened();
  world.hasFileQueue = true;
  world.config = { ...world.config, backend: 'queue' };
  const engine = await world.open(['process', 'queue']).engine;
  await engine.spawn(key);
  await engine.adopt(key, session);
  expect(await world.queued('requests')).toEqual([]);
  world.config = { ...world.config, backend: 'auto' };
  expect((await engine.reconcile())[0]).toMatchObject({ state: 'started', sessionKey: session });
  expect(world.runner().requests).toEqual([]);
});
