import { expect, test } from 'vitest';
import { runWorkerCli as run } from '../support/runWorkerCli';
import { ScriptedWorkers, started, workerOf } from '../support/scriptedWorkers';

test('--fill shows what would be started and what not, and starts it with --yes', async () => {
  const workers = new ScriptedWorkers();
  const dry = await run(['spawn', '--fill', '--dry-run'], workers);
  expect(dry).toEqual({
    status: 0,
    out: 'To be started, in this order:\n  a-1: First\n  a-2: Second\n',
    err: '',
  });
  const next = await run(['spawn', '--next', '--dry-run'], workers);
  expect(next.out).toContain('  a-1: First\nLeft for later:\n  a-2: Another one comes first.\n');
  expect(workers.asked).toEqual([]);
  const all = await run(['spawn', '--fill', '--yes'], workers);
  expect(all.out).toContain(
    'Started w/a-1#1 (queue, started).\nStarted w/a-2#1 (queue, started).\n',
  );
  expect(workers.asked).toEqual(['spawn a-1 {"backend":"auto"}', 'spawn a-2 {"backend":"auto"}']);
});

test('the worst result of a batch is its status, and the others still start', async () => {
  const workers = new ScriptedWorkers();
  workers.engine = {
    spawn: (key) =>
      Promise.resolve(
        key.endsWith('a-1')
          ? { kind: 'failed', why: 'Unknown model.', remedy: undefined }
          : started('a-2'),
      ),
  };
  const result = await run(['spawn', '--fill', '--yes', '--json'], workers);
  expect(result.status).toBe(1);
  expect(JSON.parse(result.out)).toMatchObject({
    chosen: [{ task: 'a-1', queue: 'PROACTIVE-JOBS.md' }, { task: 'a-2' }],
    results: [
      { task: 'a-1', result: 'failed', why: 'Unknown model.', remedy: null },
      { task: 'a-2', result: 'started', recorded: true },
    ],
  });
});

test('what is held already is left out of a batch', async () => {
  const workers = new ScriptedWorkers();
  workers.engine = { workers: () => Promise.resolve([workerOf('a-1')]) };
  const { out } = await run(['spawn', '--next', '--dry-run'], workers);
  expect(out).toContain('To be started, in this order:\n  a-2: Second\n');
  expect(out).toContain('  a-1: An attempt at it is under way.\n');
});

test('what has ended is written down before anything is started, and when asked; never by a dry run', async () => {
  const workers = new ScriptedWorkers();
  await run(['spawn', 'a-1', '--dry-run'], workers);
  await run(['spawn', '--fill', '--dry-run'], workers);
  await run(['workers'], workers);
  expect(workers.reconciled).toBe(0);
  await run(['spawn', 'a-1', '--yes'], workers);
  await run(['spawn', '--fill', '--yes'], workers);
  await run(['workers', '--reconcile'], workers);
  expect(workers.reconciled).toBe(3);
});

test('a batch with nothing to start is no failure', async () => {
  const none = { 'PROACTIVE-JOBS.md': '### a-1: First\n- **Status:** complete\n' };
  const result = await run(['spawn', '--fill', '--yes'], new ScriptedWorkers(), none);
  expect(result).toEqual({ status: 0, out: 'Nothing can be started now.\n', err: '' });
});
