// Notes, portfolio, verdicts, and which place holds which kind of file (workflow 1.3, 1.6).
import { describe, expect, test } from 'vitest';
import { readNote } from '../../../server/src/core/runs/notes/readNote';
import { readPortfolio } from '../../../server/src/core/runs/readPortfolio';
import { readVerdict } from '../../../server/src/core/runs/readVerdict';
import { runFileKindOf } from '../../../server/src/core/runs/runFileKind';

const uuid = '12345678-1234-4234-8234-123456789abc';
const other = '22345678-1234-4234-8234-123456789abc';
const key = `agent:main:subagent:${uuid}`;

describe('spawn records', () => {
  const spawns = (text: string) =>
    readNote(text).spawns.map(
      (s) =>
        `${s.taskId ?? '-'} ${s.sessionKey?.slice(-3) ?? '-'} ${s.model ?? '-'}${s.gatewayTimeout ? ' timeout' : ''} @${s.line}`,
    );

  test.each<[string, string, readonly string[]]>([
    [
      'below a heading',
      `### p1-1: Login\n- Session: ${key}\n- Model: Sonnet\n`,
      ['p1-1 abc sonnet @1'],
    ],
    ['in a bold item', `**p1-1** spawned\n- Session: ${key}\n`, ['p1-1 abc - @1']],
    ['in a table', `| p1-1 | ${key} | haiku |\n`, ['p1-1 abc haiku @0']],
    ['a bare uuid', `- p1-1: session ${uuid}\n`, ['p1-1 abc - @0']],
    ['a uuid of something else', `- p1-1: commit ${uuid}\n`, []],
    ['a timeout is no failure', `- Spawned p1-1 (gateway timeout)\n`, ['p1-1 - - timeout @0']],
    ['the same session twice', `- p1-1 ${key}\n- again ${key}\n`, ['p1-1 abc - @0']],
    [
      'two tasks',
      `### p1-1\n${key}\n### p1-2\n${key.replace(uuid, other)}\n`,
      ['p1-1 abc - @1', 'p1-2 abc - @3'],
    ],
    ['a session of nobody', `# Notes\nold: ${key}\n`, ['- abc - @1']],
    [
      'behind a heading that lost its line break',
      `All is well.### p1-1 went\n- Spawned p1-1: ${key}\n`,
      ['p1-1 abc - @1'],
    ],
    ['in a fence', `\`\`\`\np1-1 ${key}\n\`\`\`\n`, []],
  ])('%s', (_what, text, wanted) => {
    expect(spawns(text)).toEqual(wanted);
  });

  // A gateway makes random uuids; one of version 5 names an attempt, whose worker may be a process.
  const attempt = '12345678-1234-5234-8234-123456789abc';
  test.each([
    ['a bare one stands for a session of the gateway', `- p1-1 session ${uuid}\n`, key],
    ['a bare one of an attempt stands for itself', `- p1-1 worker ${attempt}\n`, attempt],
    [
      'an attempt that was a session, and is then named bare, is that session',
      `- p1-1 agent:ops:subagent:${attempt}\n- again worker ${attempt}\n`,
      `agent:ops:subagent:${attempt}`,
    ],
  ])('%s', (_what, text, sessionKey) => {
    expect(readNote(text).spawns.map((spawn) => spawn.sessionKey)).toEqual([sessionKey]);
  });
});

test('a portfolio tells phases and what it says of tasks', () => {
  expect(
    readPortfolio('## Phase 3: Voice (5/8, 62 %)\n- p3-1: ✅ complete\n- p3-2 waits\n'),
  ).toEqual({
    phaseCounts: [{ phase: 'phase 3', done: 5, total: 8, line: 0 }],
    mentions: [
      { id: 'p3-1', status: 'complete', line: 1 },
      { id: 'p3-2', status: undefined, line: 2 },
    ],
  });
});

describe('verdicts', () => {
  const path = 'scheduler/validator/notes/validations/app-1.md';
  test.each([
    ['**Result:** PASS', 'pass'],
    ['## Result: ❌ FAIL', 'fail'],
    ['- **Overall Verdict:** Conditional pass', 'partial'],
    ['**Status:** VALIDATED', 'pass'],
    ['**Status:** purple\n**Outcome:** rejected', 'fail'],
    ['### AC-1\n- **Status:** PASS\n## Overall Result: FAIL', 'fail'],
    ['PASS', 'unknown'],
    ['```\n**Result:** PASS\n```', 'unknown'],
    ['', 'unknown'],
  ])('%j', (text, verdict) => {
    expect(readVerdict(text, path, -300)).toMatchObject({ taskId: 'app-1', verdict });
  });
  test('task and time come from the text where it says them', () => {
    expect(
      readVerdict(
        '**Task:** `web-2`\n**Validated:** 2026-03-01 10:00 EST\n**Result:** PASS',
        path,
        0,
      ),
    ).toMatchObject({ taskId: 'web-2', at: Date.parse('2026-03-01T15:00:00Z') });
  });
});

test.each([
  ['scheduler/progress/app-1.md', 'progress'],
  ['deep/Scheduler/Progress/a/b/c.MD', 'progress'],
  ['scheduler/progress/app-1.json', undefined],
  ['myscheduler/progress/app-1.md', undefined],
  ['scheduler/heartbeats/app-1.json', 'heartbeat'],
  ['scheduler/heartbeats/old/app-1.json', undefined],
  ['scheduler/coordinator/notes/2026/x.md', 'note'],
  ['scheduler/coordinator/JOBS.md', 'portfolio'],
  ['scheduler/inboxes/validator/archive/x.json', 'message'],
  ['scheduler/spawn-queue/requests/app-1.json', 'spawn-request'],
  ['scheduler/spawn-queue/processing/app-1', 'spawn-request'],
  ['scheduler/spawn-queue/requests/.hidden', undefined],
  ['scheduler/spawn-queue/responses/REQUEST:x', 'spawn-response'],
  ['scheduler/validation/reports/x.md', 'verdict'],
  ['PROACTIVE-JOBS.md', undefined],
])('%s holds: %s', (path, kind) => {
  expect(runFileKindOf(path)).toBe(kind);
});

test.each([
  ['work/queue/requests/app-1.json', 'spawn-request'],
  ['work/queue/Processing/app-1', 'spawn-request'],
  ['shop/work/queue/responses/app-1.json', 'spawn-response'],
  ['work/queue/requests/deep/app-1.json', undefined],
  ['mywork/queue/requests/app-1.json', undefined],
  ['scheduler/spawn-queue/requests/app-1.json', undefined],
  ['scheduler/progress/app-1.md', 'progress'],
])('with the file queue in work/queue, %s holds: %s', (path, kind) => {
  expect(runFileKindOf(path, 'work/queue')).toBe(kind);
});
