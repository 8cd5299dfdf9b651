// Requests of the file queue that are not run from here: whoever looks at the worker is told why, and what to do.
import { expect, test } from 'vitest';
import type { EngineWorld } from './support/engineWorld';
import { both, waitingWorld } from './support/waitingWorld';

const minute = 60_000;
const isLeft = 'Attempt 1 at shop-1-a waits in the file queue and is not run from here: ';

test.each<[string, (world: EngineWorld, path: string) => unknown, RegExp]>([
  ['is half-written', (w, path) => w.files.replace(path, '{"spawn": {"ta'), /no whole JSON object/],
  ['has no words', (w, path) => w.files.replace(path, '{"spawn": 7}'), /no words for a worker/],
  ['was changed', (w, path) => w.files.replace(path, '{"task": "Else."}'), /not what you have/],
  ['is of another user', (w) => (w.user = 'stranger'), /not what you have asked for/],
  ['has no key to be told by', (w) => (w.user = undefined), /the key .* cannot be used\. The log/],
  ['has no folder', (w) => (w.hasFolder = false), /the folder \/w is not there\. Create it/],
])('a request that %s is shown with the reason and a remedy', async (_, spoil, why) => {
  const { world, path } = await waitingWorld();
  await spoil(world, path);
  const engine = await world.open(both).engine;
  for (const views of [await engine.reconcile(), await engine.workers()]) {
    expect(views[0]?.needsYou).toContain(isLeft);
    expect(views[0]?.needsYou).toMatch(why);
  }
  // Who only looks is told as well, and the words of the request are in no log.
  expect((await (await world.open(both).engine).workers())[0]?.needsYou).toMatch(why);
  expect(world.runner().requests).toEqual([]);
  expect(JSON.stringify(world.logger.entries)).not.toContain('Else.');
});

test('the remedy works: it is stopped, and spawned again', async () => {
  const { world, path } = await waitingWorld();
  await world.files.replace(path, '{');
  const engine = await world.open(both).engine;
  expect((await engine.reconcile())[0]?.needsYou).toContain('stop it, which takes the request');
  expect(await engine.cancel(world.key('shop-1-a'))).toMatchObject({ kind: 'done' });
  expect(await engine.spawn(world.key('shop-1-a'))).toMatchObject({
    ...{ kind: 'started', worker: { identity: { number: 2 }, backend: 'process' } },
  });
  expect((await engine.workers()).map(({ needsYou }) => needsYou)).toEqual([undefined, undefined]);
});

test('what was mended is run, and nothing is said of it any more', async () => {
  const { world, path } = await waitingWorld();
  const text = world.files.texts.get(path) ?? '';
  await world.files.replace(path, '{');
  const engine = await world.open(both).engine;
  expect((await engine.reconcile())[0]?.needsYou).toContain(isLeft);
  await world.files.replace(path, text);
  expect((await engine.reconcile())[0]).toMatchObject({ backend: 'process', needsYou: undefined });
});

test("a request of another machine is nobody else's business until it takes too long", async () => {
  const { world } = await waitingWorld();
  world.user = 'colleague';
  world.host = 'there';
  const engine = await world.open(both).engine;
  expect((await engine.reconcile())[0]?.needsYou).toBeUndefined();
  world.advance(10 * minute);
  expect((await engine.reconcile())[0]?.needsYou).toContain(isLeft);
});

test('where the queue is left to other processors, what they may run is not for us to judge', async () => {
  const { world, path } = await waitingWorld();
  await world.files.replace(path, '{');
  world.config = { ...world.config, backend: 'queue' };
  expect((await (await world.open(both).engine).reconcile())[0]?.needsYou).toBeUndefined();
});

test('a back end that refuses what it is given is named once that lasts', async () => {
  const { world } = await waitingWorld();
  world.runner().nextFate = () => 'refused';
  const engine = await world.open(both).engine;
  expect((await engine.reconcile())[0]?.needsYou).toBeUndefined();
  world.advance(3 * minute);
  expect((await engine.reconcile())[0]?.needsYou).toBe(
    'Attempt 1 at shop-1-a waits in the file queue again, since it could not be started: it refused. Mend that, and it is tried again; or stop it.',
  );
});
