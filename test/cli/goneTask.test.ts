import { describe, expect, test } from 'vitest';
import type { TaskKey } from '../../server/src/core/model/taskKey';
import type { WorkerView } from '../../server/src/workers/workerEngine';
import { runWorkerCli as run } from '../support/runWorkerCli';
import { ScriptedWorkers, workerOf } from '../support/scriptedWorkers';

describe('a task that no queue has any more, while an attempt at it holds a slot,', () => {
  const at = (path: string) => `file:///w/${path}\ngone-1` as TaskKey;
  const gone = (path: string) =>
    workerOf('gone-1', { key: undefined, goneKey: at(path), needsYou: 'It may be running.' });
  const listing = (...workers: readonly WorkerView[]) => {
    const scripted = new ScriptedWorkers();
    scripted.engine = { workers: () => Promise.resolve(workers) };
    return scripted;
  };

  test.each([
    [['cancel', 'gone-1'], 'cancel gone-1', 'Stopped.\n'],
    [['reset', 'GONE-1', '--gone'], 'reset gone-1 {"hasLooked":true}', 'Put aside.\n'],
    [['retry', 'gone-1', '--yes'], 'retry gone-1', /^Started w\/gone-1#1/],
  ])('%j asks the engine to %s', async (argv, call, said) => {
    const workers = listing(gone('PROACTIVE-JOBS.md'), workerOf('a-1'));
    const { status, out, err } = await run(argv, workers);
    expect([status, err]).toEqual([0, '']);
    expect(out).toEqual(said instanceof RegExp ? expect.stringMatching(said) : said);
    expect(workers.asked).toEqual([call]);
  });

  test('is told apart by the queue that had it, also when that file has gone', async () => {
    const workers = listing(gone('PROACTIVE-JOBS-old.md'), gone('PROACTIVE-JOBS.md'));
    expect((await run(['reset', 'gone-1'], workers)).err).toBe(
      'proactive-jobs: Several queues had a task "gone-1": PROACTIVE-JOBS-old.md and PROACTIVE-JOBS.md. Say which one with --queue PATH.\n',
    );
    const argv = ['reset', 'gone-1', '--queue', 'PROACTIVE-JOBS-old.md'];
    expect(await run(argv, workers)).toMatchObject({ status: 0 });
    expect(workers.asked).toEqual(['reset gone-1 {"hasLooked":false}']);
  });

  test.each([['claim'], ['complete'], ['spawn'], ['retry', '--dry-run']])(
    'is not there for %j',
    async (...argv) => {
      const workers = listing(gone('PROACTIVE-JOBS.md'));
      const { status, err } = await run([...argv, 'gone-1'], workers);
      expect(status).toBe(2);
      expect(err).toContain('No queue of this folder has a task "gone-1".');
      expect(workers.asked).toEqual([]);
    },
  );

  test('is not there once nothing is held', async () => {
    const workers = listing({ ...gone('PROACTIVE-JOBS.md'), state: 'ended' });
    const { status, err } = await run(['reset', 'gone-1'], workers);
    expect(status).toBe(2);
    expect(err).toContain('No queue of this folder has a task "gone-1".');
  });
});
