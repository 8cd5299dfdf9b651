/** What a reset makes of a task: the deed and its words agree, whatever the queue says. */
import { expect, test } from 'vitest';
import { EngineWorld } from './support/engineWorld';

const queueWith = (status: string): string => `### TASK: shop-1-a - One\n- **Status:** ${status}\n`;

test.each(['in-progress', 'failed', 'blocked', 'pending'])(
  'a task that is %s is pending again',
  async (status) => {
    const world = new EngineWorld(queueWith(status));
    const engine = await world.open().engine;
    expect(await engine.reset(world.key('shop-1-a'))).toMatchObject({
      kind: 'done',
      said: 'shop-1-a is pending again.',
    });
    expect(world.text).toBe(queueWith('pending'));
  },
);

test.each(['complete', 'needs-validation', 'cancelled'])(
  'a task that is %s is left so, and is said to be',
  async (status) => {
    const world = new EngineWorld(queueWith(status));
    const engine = await world.open().engine;
    expect(await engine.reset(world.key('shop-1-a'))).toMatchObject({
      kind: 'refused',
      why: `shop-1-a stays ${status}: only what is in progress, blocked or failed is put back to pending.`,
    });
    expect(world.text).toBe(queueWith(status));
  },
);

test('a task that was blocked while its worker ran is put back with its attempt', async () => {
  const world = new EngineWorld(queueWith('pending'));
  const engine = await world.open().engine;
  await engine.spawn(world.key('shop-1-a'));
  world.text = world.text.replace('in-progress', 'blocked');
  for (const { runs } of world.runners.values()) runs.clear();
  expect(await engine.reset(world.key('shop-1-a'))).toMatchObject({ kind: 'done' });
  expect(world.text).toContain('- **Status:** pending');
  expect(world.attempts().map(({ state }) => state)).toEqual(['closed']);
});

test('the slot of a task that somebody has completed meanwhile is given back, and the task stays complete', async () => {
  const world = new EngineWorld(queueWith('pending'));
  const engine = await world.open().engine;
  await engine.spawn(world.key('shop-1-a'));
  world.text = world.text.replace('in-progress', 'complete');
  for (const { runs } of world.runners.values()) runs.clear();
  expect(await engine.reset(world.key('shop-1-a'))).toMatchObject({
    kind: 'done',
    said: 'The attempt is put aside; shop-1-a stays complete.',
  });
  expect(world.text).toContain('- **Status:** complete');
  expect(world.attempts().map(({ state }) => state)).toEqual(['closed']);
});
