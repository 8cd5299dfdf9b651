// Whoever reads JSON gets JSON, whatever goes wrong; people get the same words on the stream for errors.
import { expect, test } from 'vitest';
import { cliLogger } from '../../server/src/cli/workers/cliLogger';
import { runInMemory } from '../support/memoryCli';
import { ScriptedWorkers } from '../support/scriptedWorkers';

const queue = { 'PROACTIVE-JOBS.md': '### a-1: First\n- **Status:** pending\n' };

test.each([
  [['spawn', 'zzz', '--json'], 'No queue of this folder has a task "zzz".'],
  [['cancel', 'a-1', '--queue', 'b.md', '--json'], 'b.md is no queue of this folder.'],
  [['workers', '--max', 'x', '--json'], '--max is "x". It should be a whole number from 1 to 20.'],
  [['retry', 'a-1', '--backend', 'acp', '--json'], 'A worker of the back end acp lives only'],
  [['claim', '--json'], 'claim takes the id of one task, not 0.'],
  [['list', 'gone', '--format', 'json'], 'gone: there is no such file or folder'],
  [['list', '--query', '(', '--format', 'json'], 'This parenthesis is not closed.'],
  [['verify', 'zzz', '--format', 'json'], 'no queue declares "zzz".'],
  [['verify', 'zzz', 'gone', '--format', 'json'], 'no queue declares "zzz".'],
  [['graph', 'gone', '--format', 'json'], 'gone: there is no such file or folder'],
])('%j fails with an object that says why', async (argv, why) => {
  const { status, out, err } = await runInMemory(queue, argv, { workers: new ScriptedWorkers() });
  expect(status).toBe(2);
  expect(err).toMatch(/^proactive-jobs: /);
  const { error, ...rest } = JSON.parse(out) as { readonly error: string };
  expect(rest).toEqual({ version: 1, tool: { name: 'proactive-jobs', version: '1.2.3' } });
  expect(error).toContain(why);
  expect(error).not.toContain('proactive-jobs: ');
});

test('a report that says less than all stays the only one', async () => {
  const { status, out } = await runInMemory(queue, ['check', 'gone.md', '--format', 'json']);
  expect(status).toBe(2);
  expect(JSON.parse(out)).not.toHaveProperty('error');
});

test('an engine that cannot be opened is told in JSON, too', async () => {
  const workers = new ScriptedWorkers();
  workers.trouble = 'workspace.json is damaged.';
  const { out } = await runInMemory(queue, ['workers', '--json'], { workers });
  expect(JSON.parse(out)).toMatchObject({ error: 'workspace.json is damaged.' });
});

test('what goes wrong inside is told in a line and once, without where in the program it was', () => {
  let err = '';
  const logger = cliLogger({ err: (text) => (err += text) });
  logger.error('workers.notDrained', {
    attemptId: 'w/a-1#1',
    error: new Error('The disk is full'),
  });
  logger.error('workers.notDone', { error: new Error('The disk is full') });
  logger.error('workers.notRecovered');
  expect(err).toBe(
    'proactive-jobs: workers.notDrained attemptId="w/a-1#1" error="The disk is full"\nproactive-jobs: workers.notRecovered\n',
  );
});
