import { expect, test } from 'vitest';
import { ruleCodes } from '../../server/src/core/rules/ruleCode';
import { coreEngine } from '../../server/src/session/engine';
import { runInMemory } from '../support/memoryCli';

const good = '### a-1: Plan\n- **Status:** pending\n- **Model:** any\n';
const bad = '### b-1: Build\n- **Status:** pending\n- **Model:** any\n- **Dependencies:** a-l\n';
const hinted = '### c-1\n- **Status:** pending\n';

test('a clean queue exits with 0', async () => {
  const run = await runInMemory({ 'PROACTIVE-JOBS.md': good }, ['check']);
  expect(run).toEqual({ status: 0, out: 'No findings in 1 queue file.\n', err: '' });
});

test('an error is shown with its place, code and message, and exits with 1', async () => {
  const run = await runInMemory({ 'scheduler/PROACTIVE-JOBS.md': good + bad }, ['check']);
  expect(run.status).toBe(1);
  const [line, summary] = run.out.split('\n');
  expect(line).toMatch(/^scheduler\/PROACTIVE-JOBS\.md:7:21 error unresolved-dependency .*`a-l`/);
  expect(summary).toBe('1 error in 1 queue file.');
});

test('all paths are read together: an id of another file is known', async () => {
  const texts = {
    'one/PROACTIVE-JOBS.md': good,
    'two/PROACTIVE-JOBS.md': bad.replace('a-l', 'a-1'),
  };
  expect((await runInMemory(texts, ['check'])).status).toBe(0);
  expect((await runInMemory(texts, ['check', 'one', 'two'])).status).toBe(0);
  expect((await runInMemory(texts, ['check', 'two/PROACTIVE-JOBS.md'])).status).toBe(1);
});

test('a file that is named is a queue, whatever its name', async () => {
  const run = await runInMemory({ 'notes.md': bad }, ['check', 'notes.md']);
  expect(run.status).toBe(1);
  expect(run.out).toContain('notes.md:4:21 error');
});

test.each([
  ['error', 0],
  ['warning', 0],
  ['information', 1],
  ['hint', 1],
])('information with --fail-on %s exits with %d', async (limit, status) => {
  const texts = { 'PROACTIVE-JOBS.md': hinted };
  const run = await runInMemory(texts, ['check', '--fail-on', limit]);
  expect(run.out).toContain('information missing-model');
  expect(run.status).toBe(status);
});

test('--rule sets the severity of a code', async () => {
  const texts = { 'PROACTIVE-JOBS.md': bad };
  const off = await runInMemory(texts, ['check', '--rule', 'unresolved-dependency=off']);
  expect(off.status).toBe(0);
  const hint = await runInMemory(texts, ['check', '--rule=unresolved-dependency=hint']);
  expect(hint.out).toContain(' hint unresolved-dependency ');
});

test.each([
  [['chek'], 'There is no command "chek". Did you mean check?\nTry: proactive-jobs --help\n'],
  [['help', 'lst'], 'There is no command "lst". Did you mean list?'],
  [['hepl'], 'There is no command "hepl". Did you mean help?'],
  [['help', 'check', 'list'], 'help takes the name of one command.'],
  [
    ['zzzzzz'],
    'There is no command "zzzzzz". Use check, list, graph, verify or inspect; about workers: spawn, ',
  ],
  [[], 'No command given. Use check, list, graph, verify or inspect; about workers: spawn, '],
  [['check', '--format', 'xml'], '--format "xml" is not known. Use one of: text, json, sarif.'],
  [['check', '--fail-on', 'never'], '--fail-on "never" is not known.'],
  [['check', '--at', '2026-02-31'], '--at "2026-02-31" is not a time.'],
  [['check', '--at', '2026-13-01T10:00:00Z'], '--at "2026-13-01T10:00:00Z" is not a time.'],
  [['check', '--at', 'noon'], '--at "noon" is not a time. Write it like 2026-02-13T01:11:57-05:00'],
  [['check', '--zone', 'Mars'], '--zone "Mars" is not a zone.'],
  [['check', '--rule', 'no-such=off'], 'there is no rule "no-such".'],
  [['check', '--rule', 'mojibake=loud'], '--rule mojibake= "loud" is not known.'],
  [['check', '--colour'], 'There is no option --colour.\nTry: proactive-jobs check --help\n'],
  [['check', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
  [['spawn', 'a-1', '--dryrun'], 'There is no option --dryrun. Did you mean --dry-run?'],
  [['check', '--format'], "Option '--format <value>' argument missing"],
  [['inspect'], 'inspect takes one file, not 0.'],
  [['inspect', 'a', 'b'], 'inspect takes one file, not 2.'],
  [
    ['inspect', 'a', '--format', 'json'],
    '--format belongs to check, list, graph and verify, not to inspect.',
  ],
  [['check', 'gone.md'], 'gone.md: there is no such file or folder'],
  [['check', 'empty'], 'empty: no queue file in this folder'],
  [['inspect', 'empty'], 'empty is a folder. inspect takes one file.'],
])('%j is told what is wrong and exits with 2', async (argv, message) => {
  const run = await runInMemory({ 'empty/notes.txt': '' }, argv);
  expect(run.err).toContain(message);
  expect(run.status).toBe(2);
});

test('an unreadable file exits with 2, and the others are still reported', async () => {
  const { MemoryFiles } = await import('../support/memoryFiles');
  const files = new MemoryFiles({ 'file:///w/a.md': bad });
  files.entries.set('file:///w/b.md', { kind: 'unreadable', reason: 'EACCES' });
  const run = await runInMemory({}, ['check', 'a.md', 'b.md'], { files });
  expect(run.out).toContain('a.md:4:21 error');
  expect(run.err).toBe('proactive-jobs: b.md: cannot be read: EACCES\n');
  expect(run.status).toBe(2);
});

test('a bug of ours never lets a gate pass', async () => {
  const engine = {
    ...coreEngine,
    readQueue: () => {
      throw new Error('a bug');
    },
  };
  const run = await runInMemory({ 'PROACTIVE-JOBS.md': good }, ['check'], { engine });
  expect(run.status).toBe(2);
  expect(run.err).toContain('internal error');
});

test('version', async () => {
  expect(await runInMemory({}, ['--version'])).toEqual({ status: 0, out: '1.2.3\n', err: '' });
});

test('colours only where they are welcome, and no control characters of the text', async () => {
  const texts = { 'PROACTIVE-JOBS.md': bad.replace('a-l', '**\u001b[31mred\u001b[0m**') };
  const plain = await runInMemory(texts, ['check', '--fail-on', 'hint']);
  expect(plain.out).not.toContain('\u001b');
  const coloured = await runInMemory({ 'PROACTIVE-JOBS.md': bad }, ['check'], { hasColours: true });
  expect(coloured.out).toContain('\u001b[31merror\u001b[0m');
});

test('--format json gives places, counts and the clock', async () => {
  const argv = ['check', '--format', 'json', '--at', '2026-02-13T01:11:57-05:00'];
  const run = await runInMemory({ 'PROACTIVE-JOBS.md': good + bad }, argv);
  expect(JSON.parse(run.out)).toMatchObject({
    version: 1,
    tool: { name: 'proactive-jobs', version: '1.2.3' },
    at: '2026-02-13T06:11:57.000Z',
    files: [
      {
        path: 'PROACTIVE-JOBS.md',
        findings: [
          {
            code: 'unresolved-dependency',
            severity: 'error',
            line: 7,
            column: 21,
            endLine: 7,
            endColumn: 24,
            related: [],
          },
        ],
      },
    ],
    summary: { files: 1, error: 1, warning: 0, information: 0, hint: 0 },
  });
});

test('--format sarif is a log of version 2.1.0 with all rules', async () => {
  const twice = `${good}${good.replace('pending', 'complete')}`;
  const texts = { 'my jobs/PROACTIVE-JOBS.md': twice };
  const run = await runInMemory(texts, ['check', '--format', 'sarif']);
  interface Log {
    readonly version: string;
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
      }[];
    }[];
  }
  const log = JSON.parse(run.out) as Log;
  expect(log.version).toBe('2.1.0');
  const [only] = log.runs;
  expect(only?.tool.driver.rules.map(({ id }) => id)).toEqual([...ruleCodes]);
  expect(only?.results).toMatchObject([
    {
      ruleId: 'duplicate-id',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20jobs/PROACTIVE-JOBS.md', uriBaseId: 'SRCROOT' },
            region: { startLine: 4 },
          },
        },
      ],
      relatedLocations: [{ id: 0 }],
    },
  ]);
  for (const { ruleId, ruleIndex } of only?.results ?? []) {
    expect(only?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  expect(log).toMatchObject({
    runs: [
      { originalUriBaseIds: { SRCROOT: { uri: 'file:///w/' } }, columnKind: 'utf16CodeUnits' },
    ],
  });
});

test('the name of a file does not command the terminal when something is wrong with it', async () => {
  const { err } = await runInMemory({}, ['check', 'jobs\u001b[2J.md']);
  expect(err).toBe('proactive-jobs: jobs\\x1b[2J.md: there is no such file or folder\n');
});
