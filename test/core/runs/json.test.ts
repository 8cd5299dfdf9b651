// Messages, spawn requests and responses, and the JSON they are written in (workflow 1.4, 1.5).
import { describe, expect, test } from 'vitest';
import { readJsonObject } from '../../../server/src/core/runs/readJsonObject';
import { readMessage } from '../../../server/src/core/runs/readMessage';
import { readSpawnRequest } from '../../../server/src/core/runs/readSpawnRequest';
import { readSpawnResponse } from '../../../server/src/core/runs/readSpawnResponse';

const key = 'agent:main:subagent:12345678-1234-4234-8234-123456789abc';
const inbox = 'scheduler/inboxes/validator/1-request.json';
const text = (value: unknown) => JSON.stringify(value);

describe('half-written JSON', () => {
  test.each<[string, object]>([
    ['{ "a": "x", "b": 2, "c": tr', { a: 'x', b: 2 }],
    ['{ "a": "x" "b": true }', { a: 'x', b: true }],
    ['{ "a": "x\\"y", "b": null, }', { a: 'x"y', b: null }],
    ['{ "a": "\\x", "b": -1.5 ', { a: '\\x', b: -1.5 }],
    ['"a": "x"', { a: 'x' }],
    ['{ "a": { "a": "y" }, "b": ["{", { "b": 1 }], "a": "x"', { a: 'x' }],
    ['{ "a": "x", "b": 17', { a: 'x' }],
  ])('%s', (source, value) => {
    expect(readJsonObject(source)).toMatchObject({ kind: 'partial', value });
  });
  test('a key of everybody’s prototype stays a key', () => {
    const json = readJsonObject('{ "__proto__": "x", "constructor": "y"');
    expect(json.kind).toBe('partial');
    expect(Object.getPrototypeOf((json as { value: object }).value)).toBe(Object.prototype);
  });
});

describe('a message', () => {
  const request = {
    timestamp: '2026-03-01T16:00:00Z',
    subject: 'Please validate',
    from: 'coordinator',
    to: 'validator',
    type: 'validation-request',
    content: { task_ids: ['app-1', 'app-2'], project: 'app', claimed_at: '2026-03-01T15:00:00Z' },
  };

  test('a request names its tasks', () => {
    expect(readMessage(text(request), inbox, 0)).toMatchObject({
      type: 'validation-request',
      from: 'coordinator',
      to: 'validator',
      subject: 'Please validate',
      taskIds: ['app-1', 'app-2'],
      project: 'app',
      verdict: undefined,
      at: Date.parse('2026-03-01T16:00:00Z'),
      isArchived: false,
    });
  });

  test.each<[string, object, readonly string[]]>([
    ['one task', { task_id: 'app-1' }, ['app-1']],
    ['a bead', { bead_id: 'clawd-x1y.2' }, ['clawd-x1y.2']],
    ['in its content', { content: { taskIds: ['app-1'] } }, ['app-1']],
    ['twice', { task_id: 'app-1', content: { task_ids: ['app-1', 'app-2'] } }, ['app-1', 'app-2']],
    ['prose and commands', { task_id: 'app-1 and more', tasks: ['$(id)', 7, ''] }, []],
    ['content as text', { content: 'app-1 is done' }, []],
  ])('tasks: %s', (_what, value, ids) => {
    expect(readMessage(text(value), inbox, 0).taskIds).toEqual(ids);
  });

  test.each([
    ['PASS', 'pass'],
    ['FAIL', 'fail'],
    ['PARTIAL', 'partial'],
    ['CONDITIONAL PASS', 'partial'],
    ['✅ VALIDATED', 'pass'],
    ['not passed', 'fail'],
    ['rejected', 'fail'],
    ['interesting', 'unknown'],
  ])('the verdict %s is %s', (result, verdict) => {
    const message = { type: 'validation-result', content: { result } };
    expect(readMessage(text(message), inbox, 0)).toMatchObject({
      type: 'validation-result',
      verdict,
    });
  });

  test('a stamp that is a command is no time, and others count instead', () => {
    const stamped = { ...request, timestamp: '$(date -Iseconds)' };
    expect(readMessage(text(stamped), inbox, 0).at).toBe(Date.parse('2026-03-01T15:00:00Z'));
    expect(readMessage(text({ timestamp: '$(date)' }), inbox, 0).at).toBeUndefined();
  });

  test('an archive is known by its folder', () => {
    expect(readMessage('{}', 'scheduler/inboxes/validator/archive/1.json', 0).isArchived).toBe(
      true,
    );
  });

  test('content that is a list or null does no harm', () => {
    expect(readMessage(text({ content: [1], type: 7 }), inbox, 0).type).toBe('other');
    expect(readMessage(text({ content: null }), inbox, 0).taskIds).toEqual([]);
  });
});

describe('a spawn request', () => {
  const path = 'scheduler/spawn-queue/requests/app-1.json';
  test('flat', () => {
    expect(
      readSpawnRequest(text({ requestId: 'r-1', label: 'app-1', model: 'sonnet' }), path, 0),
    ).toMatchObject({ requestId: 'r-1', label: 'app-1', model: 'sonnet', reading: 'object' });
  });
  test('nested, and named by its file', () => {
    const value = { spawn: { label: 'app-1', model: 'opus' }, requestedAt: '2026-03-01T16:00:00Z' };
    expect(readSpawnRequest(text(value), path, 0)).toMatchObject({
      requestId: 'app-1',
      label: 'app-1',
      model: 'opus',
      requestedAt: Date.parse('2026-03-01T16:00:00Z'),
    });
  });
  test.each(['', '[]', '{ "spawn": 7 }', '{ "spawn": null, "label": 3 }'])('%j', (source) => {
    expect(readSpawnRequest(source, path, 0)).toMatchObject({
      requestId: 'app-1',
      label: undefined,
    });
  });
});

describe('a spawn response', () => {
  const good = { requestId: 'app-1', status: 'spawned', sessionKey: key };
  test('is worth comparing when it is well formed throughout', () => {
    expect(readSpawnResponse(text(good), 0)).toMatchObject({ trusted: true, sessionKey: key });
  });
  test.each([
    ['a short key', { ...good, sessionKey: '1234' }],
    ['a nickname', { ...good, sessionKey: 'session-key-tidy-reef' }],
    ['no key', { ...good, sessionKey: '' }],
    ['a status nobody knows', { ...good, status: 'no-valid-spawn' }],
    ['no status', { requestId: 'app-1', sessionKey: key }],
    ['a shell job', { ...good, requestId: 'REQUEST:fast-fox' }],
    ['a command', { ...good, requestId: '$(date +%s)' }],
    ['a path', { ...good, requestId: '../app-1' }],
    ['no request', { status: 'spawned', sessionKey: key }],
  ])('%s is not trusted', (_what, value) => {
    expect(readSpawnResponse(text(value), 0).trusted).toBe(false);
  });
  test('a file that breaks off is not trusted either', () => {
    expect(readSpawnResponse(text(good).slice(0, -1), 0)).toMatchObject({
      trusted: false,
      sessionKey: key,
    });
  });
});
