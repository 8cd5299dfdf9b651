import { expect, test } from 'vitest';
import { runWorkerCli as run } from '../support/runWorkerCli';
import { runOf, ScriptedWorkers, workerOf } from '../support/scriptedWorkers';

test('workers are listed with their last words, which stay on one line, and with what needs a person', async () => {
  const workers = new ScriptedWorkers();
  const run1 = runOf({ lastLine: 'building\u001b[31m\nnow', tokens: 1200 });
  workers.engine = {
    workers: () =>
      Promise.resolve([
        workerOf('a-1', { run: run1, needsYou: 'It never started.' }),
        workerOf('a-2', { state: 'unknown', backend: 'openclaw', sessionKey: 'agent:x' }),
      ]),
  };
  const { out, status } = await run(['workers'], workers);
  expect(out).toBe(
    [
      'w/a-1#1  started/running  queue     sonnet  29 min ago  1200 tokens',
      '    building[31m now',
      '    ! It never started.',
      'w/a-2#1  unknown          openclaw  sonnet  30 min ago  -',
      '    session agent:x',
      '',
    ].join('\n'),
  );
  expect(status).toBe(0);
  expect((await run(['workers'])).out).toBe('No workers.\n');
  const json = JSON.parse((await run(['workers', '--json'], workers)).out) as {
    workers: readonly object[];
  };
  expect(json.workers[0]).toMatchObject({
    attemptId: 'w/a-1#1',
    run: 'running',
    tokens: 1200,
    requestedAt: '2026-01-15T11:30:00.000Z',
  });
});

test('JSON of a spawn has everything that a script asks for', async () => {
  const { out } = await run(['spawn', 'a-1', '--yes', '--json']);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    tool: { name: 'proactive-jobs', version: '1.2.3' },
    task: 'a-1',
    result: 'started',
    worker: {
      ...{ attemptId: 'w/a-1#1', task: 'a-1', number: 1, uuid: 'u-1', backend: 'queue' },
      ...{ state: 'started', run: null, sessionKey: null, model: 'sonnet' },
      ...{ requestedAt: '2026-01-15T11:30:00.000Z', startedAt: null, endedAt: null },
      ...{ lastSignAt: null, lastLine: null, tokens: null, needsYou: null },
    },
    recorded: true,
    why: null,
  });
  const plan = await run(['spawn', 'a-1', '--dry-run', '--json']);
  expect(JSON.parse(plan.out)).toMatchObject({
    task: 'a-1',
    result: 'planned',
    plan: { attemptId: 'w/a-1#1', obstacles: [], prompt: 'Do a-1.', held: null },
  });
});

test('an engine that cannot be opened is told in its own words', async () => {
  const workers = new ScriptedWorkers();
  workers.trouble = 'workspace.json is damaged.';
  expect(await run(['workers'], workers)).toEqual({
    status: 2,
    out: '',
    err: 'proactive-jobs: workspace.json is damaged.\n',
  });
});

test('an engine that throws is told, and closed', async () => {
  const workers = new ScriptedWorkers();
  workers.engine = { spawn: () => Promise.reject(new Error('the disk is full')) };
  const result = await run(['spawn', 'a-1', '--yes'], workers);
  expect(result).toEqual({ status: 2, out: '', err: 'proactive-jobs: the disk is full\n' });
  expect(workers.disposed).toBe(1);
});
