/** `proactive-jobs verify` where one of the queues cannot be read. */
import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';
import { MemoryFiles } from '../support/memoryFiles';

const queue = '### app-1: Login\n- **Status:** needs-validation\n- **Project:** shop\n';
const progress = '# app-1\n**Status:** complete\n- `src/page.tsx`\n';

test.each([
  [[], 0, ''],
  [['PROACTIVE-JOBS-b.md'], 2, 'proactive-jobs: PROACTIVE-JOBS-b.md: cannot be read: EACCES\n'],
])('with %j unreadable, it answers and ends with %d', async (unreadable, status, err) => {
  const files = new MemoryFiles({
    'file:///w/PROACTIVE-JOBS.md': queue,
    'file:///w/scheduler/progress/app-1.md': progress,
  });
  files.entries.set('file:///w', { kind: 'directory' });
  for (const name of unreadable)
    files.entries.set(`file:///w/${name}`, { kind: 'unreadable', reason: 'EACCES' });
  const run = await runInMemory({}, ['verify', 'app-1'], { files });
  expect(run.out).toContain('cannot-check  3  src/page.tsx');
  expect([run.status, run.err]).toEqual([status, err]);
});
