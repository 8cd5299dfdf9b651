import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';

const queue = [
  '# Queue',
  '## Phase 1: Ground',
  '### a-1: Dig ✅',
  '- **Status:** complete',
  '### a-2: Pour',
  '- **Status:** pending',
  '- **Depends On:** a-1',
  '## Phase 2: House',
  '### b-1: Build',
  '- **Status:** pending',
  '- **Depends On:** a-2',
  '',
].join('\n');
const texts = { 'PROACTIVE-JOBS.md': queue };

test.each([
  ['svg', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*>a-2<\/text>[^]*<\/svg>\n$/],
  ['mermaid', /^flowchart LR\n[^]*"a-2 \(ready\)<br\/>Pour"/],
  ['dot', /^digraph "PROACTIVE-JOBS\.md" \{\n[^]*label="a-2 \(ready\)\\nPour"/],
  ['json', /^\{\n {2}"version": 1,\n/],
  ['html', /^<!doctype html>\n[^]*<td class="id">a-2<\/td>[^]*<\/html>\n$/],
])('--format %s draws the queue of the folder', async (format, expected) => {
  const run = await runInMemory(texts, ['graph', '--format', format]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toMatch(expected);
});

test('--query draws only what it finds', async () => {
  const run = await runInMemory(texts, ['graph', '--format', 'dot', '--query', 'status:ready']);
  expect(run.out).toContain('a-2 (ready)');
  expect(run.out).not.toContain('b-1');
});

test('a query that finds nothing is told, and exits with 1', async () => {
  const run = await runInMemory(texts, ['graph', '--format', 'svg', '--query', 'status:failed']);
  expect(run).toEqual({
    status: 1,
    out: '',
    err: 'proactive-jobs: the query finds none of the 3 tasks: nothing drawn\n',
  });
});

test('a query that cannot be read is refused with the reason', async () => {
  const run = await runInMemory(texts, ['graph', '--format', 'svg', '--query', '+nowhere']);
  expect(run).toMatchObject({ status: 2, out: '' });
  expect(run.err).toMatch(
    /^proactive-jobs: --query "\+nowhere": There is no task `nowhere` here\./,
  );
});

test('--theme dark has other colours', async () => {
  const light = await runInMemory(texts, ['graph', '--format', 'svg', '--theme', 'light']);
  const dark = await runInMemory(texts, ['graph', '--format', 'svg', '--theme', 'dark']);
  expect(light.out).toEqual((await runInMemory(texts, ['graph', '--format', 'svg'])).out);
  expect(dark.out).not.toEqual(light.out);
});

test('-o writes into a file and says nothing', async () => {
  const written: [string, string][] = [];
  const writeFile = (path: string, text: string): Promise<undefined> => {
    written.push([path, text]);
    return Promise.resolve(undefined);
  };
  const run = await runInMemory(texts, ['graph', '--format', 'svg', '-o', 'plan.svg'], {
    writeFile,
  });
  expect(run).toEqual({ status: 0, out: '', err: '' });
  expect(written).toEqual([['/w/plan.svg', expect.stringContaining('<svg')]]);
});

test.each(['PROACTIVE-JOBS.md', 'x/PROACTIVE-JOBS-2.md'])(
  '-o never touches a queue: %s',
  async (file) => {
    const run = await runInMemory(texts, ['graph', '--format', 'json', '-o', file]);
    expect(run.status).toBe(2);
    expect(run.err).toBe(
      `proactive-jobs: -o ${file} is a queue, and queues are never overwritten.\n`,
    );
  },
);

test('a file that cannot be written is told with its reason', async () => {
  const writeFile = (): Promise<string> => Promise.resolve('cannot be written: no room');
  const run = await runInMemory(texts, ['graph', '--format', 'svg', '-o', 'p.svg'], { writeFile });
  expect(run).toEqual({
    status: 2,
    out: '',
    err: 'proactive-jobs: p.svg: cannot be written: no room\n',
  });
});

test('of several queues one has to be named', async () => {
  const several = { ...texts, 'two/PROACTIVE-JOBS.md': queue };
  const run = await runInMemory(several, ['graph', '--format', 'svg']);
  expect(run).toEqual({
    status: 2,
    out: '',
    err: 'proactive-jobs: . holds 2 queues. Name the one to draw: PROACTIVE-JOBS.md, two/PROACTIVE-JOBS.md\n',
  });
  const one = await runInMemory(several, ['graph', 'two/PROACTIVE-JOBS.md', '--format', 'svg']);
  expect(one.status).toBe(0);
});

test('a queue without tasks is told', async () => {
  const run = await runInMemory({ 'PROACTIVE-JOBS.md': '# Empty\n' }, ['graph', '--format', 'svg']);
  expect(run).toMatchObject({ status: 2, out: '' });
  expect(run.err).toContain('there are no tasks in it');
});

test.each([
  [['graph'], 'graph needs --format. Use one of: svg, mermaid, dot, json, html.'],
  [
    ['graph', '--format', 'pdf'],
    '--format "pdf" is not known. Use one of: svg, mermaid, dot, json, html.',
  ],
  [['graph', 'a', 'b', '--format', 'svg'], 'graph draws one queue, not 2.'],
  [
    ['graph', '--format', 'svg', '--theme', 'blue'],
    '--theme "blue" is not known. Use one of: light, dark.',
  ],
  [
    ['graph', '--format', 'dot', '--theme', 'dark'],
    '--theme belongs to svg and html: leave it out for dot.',
  ],
  [['graph', '--format', 'svg', '--fail-on', 'hint'], '--fail-on belongs to check, not to graph.'],
  [['check', '--query', 'x'], '--query belongs to list and graph, not to check.'],
  [['inspect', 'a', '-o', 'x'], '--output belongs to graph, not to inspect.'],
])('%j is refused with the reason', async (argv, why) => {
  const run = await runInMemory(texts, argv);
  expect(run).toEqual({
    status: 2,
    out: '',
    err: `proactive-jobs: ${why}\nTry: proactive-jobs ${argv[0]} --help\n`,
  });
});
