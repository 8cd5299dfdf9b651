/** `proactive-jobs list`: the tasks of all queues, or those that a query finds. */
import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';

const files = {
  'PROACTIVE-JOBS.md': `# Jobs

## Phase 1

### p1-1: Draw \u001b[31mthe map
- **Status:** complete

### p1-2: Lay the road
- **Status:** pending
- **Model:** opus
- **Priority:** P1

### p1-3: Open the road
- **Status:** pending
- **Dependencies:** p1-2, far-1
`,
  'PROACTIVE-JOBS-far.md': `### far-1: Order stones\n- **Status:** pending\n`,
};

test('every task of every queue, a line each', async () => {
  const { status, out, err } = await runInMemory(files, ['list']);
  expect(err).toBe('');
  expect(status).toBe(0);
  expect(out).toBe(
    [
      'PROACTIVE-JOBS-far.md:1: far-1  ready     Order stones',
      'PROACTIVE-JOBS.md:5:     p1-1   complete  Draw \\x1b[31mthe map',
      'PROACTIVE-JOBS.md:8:     p1-2   ready     Lay the road',
      'PROACTIVE-JOBS.md:13:    p1-3   pending   Open the road',
      '',
    ].join('\n'),
  );
});

test('what a query finds, in every queue', async () => {
  const { status, out } = await runInMemory(files, ['list', '--query', '1+p1-3 blocks:>0']);
  expect(status).toBe(0);
  expect(out).toBe('PROACTIVE-JOBS.md:8: p1-2  ready  Lay the road\n');
});

test('why a query does not find a task, and what it means', async () => {
  const query = 'status:ready model:opus';
  const missed = await runInMemory(files, ['list', '--query', query, '--why', 'p1-3']);
  expect(missed.out.split('\n')).toEqual([
    expect.stringMatching(/^Shows .*\.$/),
    'PROACTIVE-JOBS.md: `p1-3` is not shown: it cannot start now (it waits for p1-2 (pending) and far-1 (pending)); the model does not contain "opus" (it has none).',
    '',
  ]);
  expect(missed.status).toBe(1);
  const found = await runInMemory(files, ['list', '--query', query, '--why', 'P1-2']);
  expect(found.out).toContain('PROACTIVE-JOBS.md: `P1-2` is found.');
  expect(found.status).toBe(0);
});

test.each([
  [['--why', 'p1-2'], '--why tells why a QUERY does not find a task: say which with --query.'],
  [
    ['--query', 'road', '--why', 'farr-1'],
    '--why "farr-1": no queue has such a task. Did you mean "far-1"?',
  ],
  [
    ['--query', 'road', '--why', 'p1-2', '--format', 'json'],
    '--why answers with a sentence: leave out --format.',
  ],
])('%j is answered with what is wrong', async (args, message) => {
  const { status, out, err } = await runInMemory(files, ['list', ...args]);
  expect(out).toBe('');
  expect(err).toContain(message);
  expect(status).toBe(2);
});

test('as JSON, with the plan', async () => {
  const { out } = await runInMemory(files, ['list', '--query', 'id:p1-2', '--format', 'json']);
  expect(JSON.parse(out)).toEqual({
    tasks: [
      {
        queue: 'PROACTIVE-JOBS.md',
        line: 8,
        id: 'p1-2',
        title: 'Lay the road',
        status: 'pending',
        ready: true,
        notReady: [],
        isManager: false,
        model: 'opus',
        priority: 'P1',
        worker: null,
        blocks: 1,
        waits: 0,
        slack: 0,
        wave: 0,
        isCritical: true,
      },
    ],
  });
});

test('nothing found ends with 1', async () => {
  expect(await runInMemory(files, ['list', '--query', 'status:failed'])).toEqual({
    status: 1,
    out: '',
    err: '',
  });
});

test.each([
  [['--query', 'modle:opus'], '--query "modle:opus": Unknown field `modle`. Did you mean `model`?'],
  [['--query', '+p1-33'], '--query "+p1-33": There is no task `p1-33` here. Did you mean `p1-3`?'],
  [['--theme', 'dark'], '--theme belongs to graph, not to list.'],
  [['--fail-on', 'error'], '--fail-on belongs to check, not to list.'],
  [['--format', 'svg'], '--format "svg" is not known. Use one of: text, json.'],
  [['nowhere.md'], 'nowhere.md: there is no such file or folder'],
])('%s', async (argv, why) => {
  const { status, out, err } = await runInMemory(files, ['list', ...argv]);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(`proactive-jobs: ${why}\n`);
});
