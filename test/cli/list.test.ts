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
      'PROACTIVE-JOBS-far.md:1: far-1  ready             Order stones',
      'PROACTIVE-JOBS.md:5: p1-1   complete          Draw \\x1b[31mthe map',
      'PROACTIVE-JOBS.md:8: p1-2   ready             Lay the road',
      'PROACTIVE-JOBS.md:13: p1-3   pending           Open the road',
      '',
    ].join('\n'),
  );
});

test('what a query finds, in every queue', async () => {
  const { status, out } = await runInMemory(files, ['list', '--query', '1+p1-3 blocks:>0']);
  expect(status).toBe(0);
  expect(out).toBe('PROACTIVE-JOBS.md:8: p1-2  ready             Lay the road\n');
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
  [['--theme', 'dark'], '--theme belongs to graph.'],
  [['--fail-on', 'error'], 'list lists tasks: leave out --fail-on, --as and --path.'],
  [['--format', 'svg'], '--format "svg" is not known. Use one of: text, json.'],
  [['nowhere.md'], 'nowhere.md: there is no such file or folder'],
])('%s', async (argv, why) => {
  const { status, out, err } = await runInMemory(files, ['list', ...argv]);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(`proactive-jobs: ${why}\n`);
});
