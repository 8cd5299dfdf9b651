// Heartbeats (workflow 1.2): 26 spellings of keys, clocks that are wrong, files that break off.
import { describe, expect, test } from 'vitest';
import { readHeartbeat } from '../../../server/src/core/runs/readHeartbeat';

const newYork = -300;
const written = Date.parse('2026-03-01T12:00:00-05:00');
const key = 'agent:main:subagent:12345678-1234-4234-8234-123456789abc';

const read = (value: unknown, path = 'scheduler/heartbeats/app-1.json') =>
  readHeartbeat(typeof value === 'string' ? value : JSON.stringify(value), path, written, newYork);

describe('every key that was ever seen', () => {
  test.each(['taskId', 'task_id', 'task', 'id'])('%s names the task', (name) => {
    expect(read({ [name]: ' web-2 ' }).taskId).toBe('web-2');
  });
  test.each([
    'sessionKey',
    'session_key',
    'sessionId',
    'session_id',
    'agentSession',
    'worker_session',
    'worker',
    'session',
    'agent',
  ])('%s names the session', (name) => {
    expect(read({ [name]: key }).sessionKey).toBe(key);
  });
  test.each([
    'lastHeartbeat',
    'last_heartbeat',
    'lastUpdate',
    'lastUpdated',
    'updated_at',
    'timestamp',
  ])('%s is the beat', (name) => {
    const beat = read({ startedAt: '2026-03-01T16:00:00Z', [name]: '2026-03-01T17:00:00Z' });
    expect([beat.lastBeat, beat.lastBeatKey]).toEqual([written, name]);
  });
  test.each(['startedAt', 'started', 'startTime', 'started_at', 'created_at'])(
    '%s is the start, and the beat where there is no other',
    (name) => {
      const beat = read({ [name]: '2026-03-01T16:30:00Z' });
      expect([beat.startedAt, beat.lastBeat, beat.lastBeatKey]).toEqual([
        written - 1_800_000,
        written - 1_800_000,
        name,
      ]);
    },
  );
  test.each([
    'currentPhase',
    'phase',
    'progress',
    'currentWork',
    'message',
    'currentActivity',
    'currentAction',
  ])('%s is the phase', (name) => {
    expect(read({ [name]: 'tests' }).phase).toBe('tests');
  });
});

test('without a task the name of the file says it', () => {
  expect(read({}, 'scheduler/heartbeats/P1-1.json').taskId).toBe('P1-1');
  expect(read({ taskId: 7 }, 'scheduler/heartbeats/P1-1.json').taskId).toBe('P1-1');
});

test('a worker that is a nickname is no session', () => {
  expect(read({ worker: 'fast-fox', agent: key }).sessionKey).toBe(key);
  expect(read({ sessionKey: '1234' }).sessionKey).toBeUndefined();
});

test.each([
  ['completed', 'completed'],
  ['done', 'completed'],
  ['COMPLETE', 'completed'],
  ['completing', 'running'],
  ['in_progress', 'running'],
  ['validating', 'running'],
  ['running-tests', 'running'],
  ['abandoned', 'running'],
  ['incomplete', 'running'],
  ['near-completion', 'running'],
  ['completion-pending', 'running'],
  ['not completed', 'running'],
  ['not done', 'running'],
  ['awaiting completion', 'running'],
  ['validating completed work', 'running'],
  ['✅ **Completed**', 'completed'],
  ['task_completed', 'completed'],
  ['completed successfully', 'completed'],
  ['finished - waiting for the next one', 'completed'],
  [undefined, 'running'],
])('status %s is %s', (status, wanted) => {
  expect(read({ status }).status).toBe(wanted);
});

describe('the clock', () => {
  test.each<[string, unknown, string | undefined, boolean]>([
    ['UTC', '2026-03-01T17:00:00Z', '2026-03-01T17:00', true],
    ['seconds since the epoch', 1_772_384_400, '2026-03-01T17:00', true],
    ['milliseconds', 1_772_384_400_000, '2026-03-01T17:00', true],
    ['seconds as text', '1772384400', '2026-03-01T17:00', true],
    ['with a zone', '2026-03-01 12:00 EST', '2026-03-01T17:00', true],
    ['without one', '2026-03-01 12:00', '2026-03-01T17:00', true],
    ['an hour early', '2026-03-01T16:00:00Z', '2026-03-01T16:00', true],
    ['more than an hour', '2026-03-01T15:59:59Z', '2026-03-01T15:59', false],
    ['EST written as Z', '2026-03-01T12:00:00Z', '2026-03-01T12:00', false],
    ['from the future', '2026-03-09T17:00:00Z', '2026-03-09T17:00', false],
    ['two years old', '2024-03-01T17:00:00Z', '2024-03-01T17:00', false],
    ['as `date` prints it', 'Sun Mar  1 12:00:00 EST 2026', '2026-03-01T17:00', true],
    ['as mail writes it', 'Sun, 1 Mar 2026 12:00:00 -0500', '2026-03-01T17:00', true],
    ['with slashes', '2026/03/01 12:00 EST', '2026-03-01T17:00', true],
    ['with a month in words', 'March 1st, 2026, 12:00 PM EST', '2026-03-01T17:00', true],
    ['with a comma', '2026-03-01, 12:00 EST', '2026-03-01T17:00', true],
    ['with an at', '2026-03-01 @ 12:00 EST', '2026-03-01T17:00', true],
    ['with a dash', '2026-03-01 — 12:00 EST', '2026-03-01T17:00', true],
    ['in parentheses', '2026-03-01 (12:00 EST)', '2026-03-01T17:00', true],
    ['with a point', '2026-03-01 12.00 EST', '2026-03-01T17:00', true],
    ['hours from UTC', '2026-03-01 12:00 UTC-5', '2026-03-01T17:00', true],
    ['hours from GMT', '2026-03-01 12:00 GMT-0500', '2026-03-01T17:00', true],
    ['a zone in parentheses', '2026-03-01 12:00 (EST)', '2026-03-01T17:00', true],
    ['eastern time, in winter', '2026-03-01 12:00 ET', '2026-03-01T17:00', true],
    ['eastern time, in summer', '2026-03-08 12:00 ET', '2026-03-08T16:00', false],
    ['a zone of the far east', '2026-03-02 02:00 JST', '2026-03-01T17:00', true],
    ['a clock that nobody can read', '2026-03-01 at 12h00', undefined, false],
    ['a date alone', '2026-03-01', '2026-03-01T05:00', false],
    ['hour 24', '2026-03-01 24:30 EST', '2026-03-02T05:30', false],
    ['a command', '$(date -Iseconds)', undefined, false],
    ['nothing', null, undefined, false],
    ['zero', 0, undefined, false],
    ['below zero', -5, undefined, false],
    ['beyond time', 1e300, undefined, false],
    ['a list', [1_772_384_400], undefined, false],
  ])('%s', (_what, lastHeartbeat, time, plausible) => {
    const beat = read({ lastHeartbeat });
    const at = beat.lastBeat === undefined ? undefined : new Date(beat.lastBeat).toISOString();
    expect([at?.slice(0, 16), beat.clockPlausible]).toEqual([time, plausible]);
  });
});

test.each(['TaskId', 'task-id', 'TASK_ID'])('%s is the same name', (name) => {
  expect(read({ [name]: 'web-2' }).taskId).toBe('web-2');
});

test.each(['last_heartbeat_at', 'lastSeen', 'heartbeat', 'lastheartbeat'])(
  '%s is a beat, too, by the name it has',
  (name) => {
    const beat = read({ start_time: '2026-03-01T16:00:00Z', [name]: '2026-03-01T17:00:00Z' });
    expect([beat.lastBeat, beat.lastBeatKey, beat.startedAt]).toEqual([
      written,
      name,
      written - 3_600_000,
    ]);
  },
);

test('a key within a remark is a session where none stands alone', () => {
  expect(read({ worker: `Sonnet (${key})` }).sessionKey).toBe(key);
  const other = key.replace('12345678', '87654321');
  expect(read({ worker: `Sonnet (${other})`, agent: key }).sessionKey).toBe(key);
});

describe('broken files', () => {
  test('what stands deeper is about something else', () => {
    const child = `{ "taskId": "web-2-a", "status": "completed", "sessionKey": "${key}" }`;
    const beat = read(`{ "taskId": "web-2", "status": "running", "children": [${child}`);
    expect([beat.taskId, beat.status, beat.sessionKey]).toEqual(['web-2', 'running', undefined]);
  });
  test('what is left of a longer file behind a shorter one does not count', () => {
    const beat = read('{ "taskId": "web-2", "status": "running" }pleted", "status": "completed" }');
    expect([beat.reading, beat.taskId, beat.status]).toEqual(['partial', 'web-2', 'running']);
  });
  test('what stands before the break is read', () => {
    const beat = read(
      '{ "taskId": "web-2", "lastHeartbeat": "2026-03-01T17:00:00Z", "status": "comp',
    );
    expect([beat.reading, beat.taskId, beat.lastBeat]).toEqual(['partial', 'web-2', written]);
    expect(beat.why).toBeDefined();
  });
  test.each(['', ' \n', 'null', '[]', '"x"', '7', '{', 'beating'])('%j says nothing', (text) => {
    const beat = read(text);
    expect([beat.reading, beat.taskId, beat.lastBeat]).toEqual(['unreadable', 'app-1', undefined]);
  });
  test('a byte order mark is no mistake', () => {
    expect(read('\ufeff{ "taskId": "web-2" }')).toMatchObject({
      reading: 'object',
      taskId: 'web-2',
    });
  });
});
