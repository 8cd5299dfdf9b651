// A progress file of 5 MB is read like any other. It takes seconds, so it does not stand among the unit tests.
import { expect, test } from 'vitest';
import { readRunFile } from '../../server/src/core/runs/runFile';

test('a progress file of 5 MB is read', () => {
  const text = '## Log\n- [x] ran the tests of `src/a.ts`\n'.repeat(120_000);
  const path = 'scheduler/progress/app-1.md';
  const file = readRunFile({ uri: 'u', folder: 'f', path, modifiedAt: 0, text }, -300);
  expect(file?.content).toMatchObject({ kind: 'progress', progress: { taskId: 'app-1' } });
});
