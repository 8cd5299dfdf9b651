// inspect shows what is read from a single file beside the queues.
import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';
import { texts } from '../support/besideTexts';

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
  [['check', '--as', 'progress'], '--as belongs to inspect, not to check.'],
  [['inspect', 'gone', '--as', 'note'], 'gone: there is no such file'],
  [['inspect', 'scheduler', '--as', 'note'], 'scheduler: this is a folder'],
])('%j is wrong usage', async (argv, why) => {
  const run = await runInMemory(texts, argv);
  expect(run.status).toBe(2);
  expect(run.out).toBe('');
  expect(run.err).toContain(why);
});
