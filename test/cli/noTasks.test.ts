/** `proactive-jobs check` of queues in which no task is declared: silence would look like order. */
import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';

const task = '### a-1: Plan\n- **Status:** pending\n- **Model:** any\n';
const prose = '# Orchard\n\nPrune the old trees, then plant the young ones.\n';

test('a queue without a task is named', async () => {
  const files = { 'PROACTIVE-JOBS.md': task, 'PROACTIVE-JOBS-orchard.md': prose };
  const { status, out } = await runInMemory(files, ['check']);
  expect(out).toBe(
    'No task is declared in PROACTIVE-JOBS-orchard.md (how one is declared: docs/dialect.md).\n' +
      'No findings in 2 queue files.\n',
  );
  expect(status).toBe(0);
});

test('of many only three are named', async () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}/PROACTIVE-JOBS.md`, prose]),
  );
  const { out } = await runInMemory(files, ['check']);
  expect(out).toContain(
    'No task is declared in a/PROACTIVE-JOBS.md, b/PROACTIVE-JOBS.md, c/PROACTIVE-JOBS.md and 2 more (',
  );
});

test('JSON has the file without findings, and not a word besides', async () => {
  const { out } = await runInMemory({ 'PROACTIVE-JOBS.md': prose }, ['check', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({
    files: [{ path: 'PROACTIVE-JOBS.md', findings: [] }],
    summary: { files: 1, error: 0 },
  });
});
