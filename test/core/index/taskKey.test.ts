import { expect, test } from 'vitest';
import { idInKey, queueInKey, taskKeyOf } from '../../../server/src/core/model/taskKey';

test('a key gives back the queue as it was and the id in lower case', () => {
  const key = taskKeyOf('file:///w/Jobs/PROACTIVE-JOBS.md', 'Bake-1-A');
  expect([queueInKey(key), idInKey(key)]).toEqual(['file:///w/Jobs/PROACTIVE-JOBS.md', 'bake-1-a']);
  expect(key).toBe(taskKeyOf('file:///w/Jobs/PROACTIVE-JOBS.md', 'BAKE-1-A'));
});
