import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';

const queue = `# Jobs

### p1-plan: Plan
- **Status:** complete

### p2-build: Build
- **Status:** in-progress
- **Model:** any
- **Worker:** w-7
- **Started:** 2026-01-15 06:00
`;
const progress = '# Task: p1-plan\n\n**Status:** In Progress\n';
const heartbeat =
  '{ "taskId": "p2-build", "sessionKey": "s", "lastHeartbeat": "2026-01-15T11:55:00Z" }';
const texts = {
  'PROACTIVE-JOBS.md': queue,
  'scheduler/progress/p1-plan.md': progress,
  'scheduler/heartbeats/p2-build.json': heartbeat,
  'scheduler/inboxes/validator/1.json': '{ "subject": ',
};
const times = (files: Readonly<Record<string, string>>, at?: string): string =>
  JSON.stringify({ at, files });

interface Report {
  readonly at: string;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly code: string;
      readonly line: number;
      readonly related: readonly { readonly path: string; readonly line: number }[];
    }[];
  }[];
}

async function check(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Report> {
  const run = await runInMemory(files, ['check', '--format', 'json', ...args]);
  return JSON.parse(run.out) as Report;
}

function codes({ files }: Report): readonly string[] {
  return files.flatMap(({ path, findings }) => findings.map(({ code }) => `${path} ${code}`));
}

test('check reports what stands between the files, and in them', async () => {
  const run = await runInMemory(texts, ['check']);
  expect(run.status).toBe(1);
  expect(run.out).toContain('PROACTIVE-JOBS.md:4:15 warning progress-drift');
  expect(run.out).toContain('    scheduler/progress/p1-plan.md:3:13 The progress file says');
  expect(run.out).toContain('scheduler/inboxes/validator/1.json:1:');
  expect(run.out).toContain('in 1 queue file and 1 file beside.');
  const report = await check(texts);
  expect(codes(report)).toEqual([
    'PROACTIVE-JOBS.md progress-drift',
    'PROACTIVE-JOBS.md running-without-worker',
    'scheduler/inboxes/validator/1.json invalid-json',
  ]);
});

test('a severity set at the command line holds for those files, too', async () => {
  const off = ['--rule', 'invalid-json=off', '--rule', 'progress-drift=off'];
  expect(codes(await check(texts, ...off))).toEqual(['PROACTIVE-JOBS.md running-without-worker']);
});

test('of a queue that is named the files of its own folder count, of a folder all below it', async () => {
  const deep = {
    'one/scheduler/PROACTIVE-JOBS.md': queue,
    'one/scheduler/progress/p1-plan.md': progress,
    'two/PROACTIVE-JOBS.md': '### x-1\n- **Status:** pending\n- **Model:** any\n',
    'two/scheduler/heartbeats/x-1.json': '{',
    'two/nested/scheduler/heartbeats/x-2.json': '{',
  };
  const named = codes(await check(deep, 'one/scheduler/PROACTIVE-JOBS.md'));
  expect(named).toContain('one/scheduler/PROACTIVE-JOBS.md progress-drift');
  expect(codes(await check(deep, 'one/scheduler'))).toEqual(named);
  const shallow = codes(await check(deep, 'two/PROACTIVE-JOBS.md'));
  expect(shallow).toEqual(['two/scheduler/heartbeats/x-1.json invalid-json']);
  expect(codes(await check(deep, 'two'))).toEqual([
    'two/nested/scheduler/heartbeats/x-2.json invalid-json',
    ...shallow,
  ]);
});

test('file times come from a list where there is one, with its clock and zone', async () => {
  const old = {
    ...texts,
    'times.json': times(
      { 'scheduler/heartbeats/p2-build.json': '2026-01-15T06:30:00-05:00' },
      '2026-01-15T08:00:00-05:00',
    ),
  };
  const report = await check(old, '--times', 'times.json');
  expect(report.at).toBe('2026-01-15T13:00:00.000Z');
  // Started at six o'clock of that zone: two hours ago, not seven.
  expect(codes(report)).toContain('PROACTIVE-JOBS.md running-without-worker');
  expect(codes(report)).not.toContain('PROACTIVE-JOBS.md stale-in-progress');
  const later = await check(old, '--times', 'times.json', '--at', '2026-01-15T06:40:00-05:00');
  expect(codes(later)).not.toContain('PROACTIVE-JOBS.md running-without-worker');
});

test('where all times of the list are alike nobody is called gone', async () => {
  const names = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5'].map((id) => `scheduler/progress/${id}.md`);
  const many = { ...texts, ...Object.fromEntries(names.map((name) => [name, progress])) };
  const same = Object.fromEntries(Object.keys(many).map((path) => [path, '2026-01-15T06:30:00Z']));
  const report = await check({ ...many, 'times.json': times(same) }, '--times', 'times.json');
  expect(codes(report).filter((code) => /without-worker|dead-at/.test(code))).toEqual([]);
});

test.each([
  ['gone.json', 'this file cannot be read'],
  ['half.json', 'expected {"at": TIME, "files"'],
  ['list.json', 'expected {"at": TIME, "files"'],
  ['noon.json', 'the time of "a" is none'],
])('a list of times that is wrong is told: %s', async (name, why) => {
  const wrong = {
    ...texts,
    'half.json': '{',
    'list.json': '[]',
    'noon.json': times({ a: 'noon' }),
  };
  const run = await runInMemory(wrong, ['check', '--times', name]);
  expect(run.status).toBe(2);
  expect(run.err).toContain(why);
});

test('inspect of a queue tells facts of its running tasks, problem or not', async () => {
  const run = await runInMemory(texts, ['inspect', 'PROACTIVE-JOBS.md']);
  const report = JSON.parse(run.out) as { diagnostics: { code: string }[] };
  expect(report.diagnostics.map(({ code }) => code)).not.toContain('invalid-json');
  expect(report).toMatchObject({
    workspace: {
      files: 3,
      fileTimes: 'usable',
      inProgress: [
        {
          id: 'p2-build',
          line: 6,
          heartbeat: { path: 'scheduler/heartbeats/p2-build.json', status: 'running' },
          progress: null,
        },
      ],
      noHeartbeat: [],
      noProgressFile: ['p2-build'],
    },
  });
});

const session = 'agent:main:subagent:01234567-89ab-cdef-0123-456789abcdef';
const clock = ['--at', '2026-01-15T07:00:00-05:00'];

test.each([
  [
    'progress',
    'scheduler/progress/p1-2-a.md',
    `# Progress\n\n- **Status:** COMPLETED - Needs Validation\n- **Started:** 2026-01-15 06:00\n- **Session:** ${session}\n\n- [x] one\n- [ ] two\n`,
    {
      taskId: 'p1-2-a',
      status: 'needs-validation',
      claim: { line: 3, confidence: 'stated' },
      checkboxes: { done: 1, open: 1 },
      sessionKey: session,
      started: '2026-01-15T11:00:00.000Z',
      completed: null,
    },
  ],
  [
    'heartbeat',
    'scheduler/heartbeats/p1-2-a.json',
    `{ "session": "${session}", "timestamp": "2026-01-15T11:30:00Z", "phase": "tests" }`,
    {
      taskId: 'p1-2-a',
      status: 'running',
      lastBeat: '2026-01-15T11:30:00.000Z',
      sessionKey: session,
      clockPlausible: true,
      phase: 'tests',
    },
  ],
  [
    'note',
    'scheduler/coordinator/notes/2026-01-15.md',
    `# Run\n\n## p1-2-a\n- Session: ${session}\n- Model: sonnet\n\nOrder: p1-2-a → p1-2-b\n`,
    {
      spawns: [{ taskId: 'p1-2-a', sessionKey: session, model: 'sonnet', line: 4 }],
      chains: [['p1-2-a', 'p1-2-b']],
    },
  ],
  [
    'message',
    'scheduler/inboxes/coordinator/archive/1.json',
    '{ "type": "validation-result", "from": "validator", "content": { "task_id": "p1-2-a", "result": "FAIL" }, "timestamp": "$(date)" }',
    {
      type: 'validation-result',
      from: 'validator',
      taskIds: ['p1-2-a'],
      verdict: 'fail',
      at: null,
      isArchived: true,
    },
  ],
  [
    'verdict',
    'scheduler/validator/notes/validations/p1-2-a.md',
    '# Validation\n\n- **Date:** 2026-01-15 06:30\n- **Result:** PASS\n',
    { taskId: 'p1-2-a', verdict: 'pass', line: 4, at: '2026-01-15T11:30:00.000Z' },
  ],
  [
    'portfolio',
    'scheduler/coordinator/JOBS.md',
    '# Portfolio\n\n## Phase 3: Indexing 5/8\n- p3-1 complete\n',
    {
      phaseCounts: [{ phase: 'phase 3', done: 5, total: 8, line: 3 }],
      mentions: [{ id: 'p3-1', status: 'complete', line: 4 }],
    },
  ],
  [
    'spawn-request',
    'scheduler/spawn-queue/requests/r-7.json',
    '{ "spawn": { "label": "p1-2-a", "model": "opus" }, "requestedAt": "2026-01-15T11:30:00Z" }',
    {
      requestId: 'r-7',
      label: 'p1-2-a',
      model: 'opus',
      requestedAt: '2026-01-15T11:30:00.000Z',
    },
  ],
  [
    'spawn-response',
    'scheduler/spawn-queue/responses/r-7.json',
    '{ "requestId": "r-7", "status": "spawned", "sessionKey": "1234" }',
    { requestId: 'r-7', sessionKey: null, writtenKey: '1234', trusted: false, processedAt: null },
  ],
])('inspect --as %s prints what is read', async (kind, path, text, expected) => {
  const args = ['inspect', 'x', '--as', kind, '--path', path, ...clock];
  const run = await runInMemory({ x: text }, args);
  expect(run.err).toBe('');
  const report = JSON.parse(run.out) as object;
  expect(report).toMatchObject({ kind, path, modifiedAt: '2026-01-15T12:00:00.000Z' });
  expect(report).toMatchObject(expected);
});

test('a file that is too long is read up to the limit, and inspect says so', async () => {
  const long = `# p1-2-a\n\n**Status:** complete\n\n${'x'.repeat(5 * 1024 * 1024)}`;
  const run = await runInMemory({ x: long }, ['inspect', 'x', '--as', 'progress']);
  expect(run.status).toBe(0);
  expect(run.err).toContain('only the first 262144 units are read');
  expect(JSON.parse(run.out)).toMatchObject({ status: 'complete' });
});

test.each([
  [['inspect', 'x', '--as', 'poem'], '--as "poem" is not known. Use one of: progress, heartbeat'],
  [['inspect', 'x', '--path', 'y'], '--path says where a file has its place: it needs --as.'],
  [['check', '--as', 'progress'], 'leave out --as and --path'],
  [['inspect', 'gone', '--as', 'note'], 'gone: there is no such file'],
  [['inspect', 'scheduler', '--as', 'note'], 'scheduler: this is a folder'],
])('%j is wrong usage', async (argv, why) => {
  const run = await runInMemory(texts, argv);
  expect(run.status).toBe(2);
  expect(run.out).toBe('');
  expect(run.err).toContain(why);
});
