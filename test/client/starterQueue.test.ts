import { expect, test } from 'vitest';
import { starterQueue } from '../../client/src/starterQueue';
import { runInMemory } from '../support/memoryCli';

test('the queue to start from has no problem at all, and says what to do first', async () => {
  const texts = { 'PROACTIVE-JOBS.md': starterQueue };
  // Nobody has started anything yet; the editor gives people time for that.
  const args = ['check', '--fail-on', 'hint', '--rule', 'ready-but-idle=off'];
  const check = await runInMemory(texts, args);
  expect(check.out).toBe('No findings in 1 queue file.\n');
  const inspect = await runInMemory(texts, ['inspect', 'PROACTIVE-JOBS.md']);
  expect(JSON.parse(inspect.out)).toMatchObject({
    ready: ['p1-1'],
    slots: { max: 2, occupied: 0 },
    tasks: [{ id: 'p1-1' }, { id: 'p1-2', deps: ['p1-1'] }],
  });
});
