// A crash at every step of a spawn: afterwards the state is right, and nothing is started twice.
import { expect, test } from 'vitest';
import { isHeld } from '../../../server/src/workers/attempt';
import { EngineWorld } from './support/engineWorld';
import { Schedule } from './support/schedule';
import { fates, type Fate } from './support/scriptedRunner';

const queue = [
  '**Worker Slots:** 0/2 occupied',
  '',
  '### TASK: p1-1-a - Do it',
  '- **Status:** pending',
  '',
].join('\n');

/** A spawn that is dropped after that many steps; what a new window then makes of it. */
async function crashAfter(steps: number, fate: Fate, tape: readonly number[]) {
  const world = new EngineWorld(queue);
  world.prompt = 'Do it.';
  world.runner().nextFate = () => fate;
  const schedule = new Schedule(world, tape);
  const key = world.key('p1-1-a');
  const first = world.open();
  let isOver = false;
  void first.engine.then((engine) => engine.spawn(key)).then(() => (isOver = true));
  for (let n = 0; n < steps; n++) await schedule.next();
  const before = world.attempts()[0]?.state;
  schedule.drop(first.pid);
  for (const arrive of [...world.runner().underWay.values()]) arrive();
  world.runner().nextFate = () => 'started';
  const engine = world.open().engine;
  const settled = engine.then((open) => open.reconcile());
  await schedule.run();
  await settled;
  const after = world.attempts()[0];
  const again = engine.then((open) => open.spawn(key));
  await schedule.run();
  return { world, isOver, before, after, again: await again };
}

test.each(fates)('a spawn whose request is %s can be interrupted anywhere', async (fate) => {
  let n = 0;
  const seen = new Set<string>();
  for (let isOver = false; !isOver && n < 300; n++) {
    // With ones on the tape the line that is just being written is cut off.
    const crash = await crashAfter(
      n,
      fate,
      n % 2 === 0 ? [] : Array.from({ length: 2 * n + 4 }, () => 1),
    );
    isOver = crash.isOver;
    const { world, before, after, again } = crash;
    seen.add(before ?? 'nothing');
    const starts = [...world.runner().starts];
    const wasStarted = starts.some(([id]) => id === 'w/p1-1-a#1');
    expect(starts.every(([, count]) => count === 1)).toBe(true);
    if (after && wasStarted && !isOver) expect(isHeld(after.state)).toBe(true);
    if (after && isHeld(after.state)) {
      // It lives: nothing new is started, and the queue says who works on the task.
      expect(again.kind).toBe('exists');
      expect(starts).toEqual([['w/p1-1-a#1', 1]]);
      expect(world.text).toContain('1/2 occupied');
      expect(world.text).toContain('- **Status:** in-progress');
    } else {
      // Nothing was ever started: the task is free, and a new attempt is a new number.
      expect(again.kind).toBe('started');
      expect(world.text).toContain('- **Attempt:**');
    }
    expect([...world.files.texts.keys()].filter((p) => p.includes('/progress/'))).toHaveLength(
      world.attempts().length > 0 ? 1 : 0,
    );
  }
  expect(n).toBeGreaterThan(20);
  expect([...seen]).toEqual(expect.arrayContaining(['nothing', 'reserved', 'requested']));
});
