// Progress files (workflow 1.1): what they claim, where, and what only looks like a claim.
import { describe, expect, test } from 'vitest';
import { claimedTime } from '../../../server/src/core/runs/claimedTime';
import { readProgress } from '../../../server/src/core/runs/readProgress';
import { spanned } from '../../support/readText';

const path = 'scheduler/progress/app/app-1.md';
const read = (text: string, place = path) => readProgress(text, place, -300);
/** `status: the words it was read from`. */
const claim = (text: string) => {
  const { status } = read(text);
  return status && `${status.value}: ${text.slice(status.span.start, status.span.end)}`;
};

describe('the status line, however it is written', () => {
  test.each([
    ['- **Status:** working', 'in-progress: working'],
    ['**Status:** needs-validation', 'needs-validation: needs-validation'],
    ['**Status**: done', 'complete: done'],
    ['Status: blocked', 'blocked: blocked'],
    ['> **Status:** failed', 'failed: failed'],
    ['## Status: complete', 'complete: complete'],
    ['### Status\n\nIn Progress', 'in-progress: In Progress'],
    ['**Current Status:** ✅ **IN PROGRESS**', 'in-progress: ✅ **IN PROGRESS**'],
    ['**Status:** pending → in-progress → complete', 'complete: pending → in-progress → complete'],
    ['**Status:** COMPLETED - Needs Validation', 'needs-validation: COMPLETED - Needs Validation'],
    ['**Status:** near-completion', 'in-progress: near-completion'],
    ['**Status:** INCOMPLETE', 'in-progress: INCOMPLETE'],
    ['**Status:** superseded by app-2', 'cancelled: superseded by app-2'],
    ['**Status:** L2-validated', 'self-validated: L2-validated'],
    ['**Status:** L3 validated', 'validated: L3 validated'],
    ['**Status:** not-started', 'pending: not-started'],
    ['\r\n**Status:** working\r\n', 'in-progress: working'],
    ['\ufeff**Status:** working', 'in-progress: working'],
  ])('%j', (text, wanted) => {
    expect(claim(text)).toBe(wanted);
  });
});

describe('no claim', () => {
  test.each([
    ['boxes', '- [x] one\n- [x] two'],
    ['an emoji', '**Status:** ✨'],
    ['another status', '**Build Status:** complete\n**Git Status:** done'],
    ['a fence', '```\nStatus: complete\n```'],
    ['a comment', '<!-- Status: complete -->'],
    ['a criterion', '# app-1\n## AC-1: Login\n**Status:** complete'],
    ['a sentence', `**Status:** ${'I looked at this and '.repeat(4)}it is done`],
    ['words nobody knows', '**Status:** purple'],
    ['a heading over a heading', '## Status\n## Work Log\nall done'],
  ])('%s', (_what, text) => {
    expect(claim(text)).toBeUndefined();
  });
});

describe('which one counts', () => {
  test('the first', () => {
    expect(claim('**Status:** working\n\n**Status:** complete')).toBe('in-progress: working');
  });
  test('the last one that says it is final', () => {
    expect(
      claim('**Status:** working\n\n**Final Status:** failed\n\n**Final Status:** complete'),
    ).toBe('complete: complete');
  });
  test('that of a report further down', () => {
    const log = '- tried\n'.repeat(14);
    expect(claim(`**Status:** working\n${log}**Task:** app-1\n**Status:** done\n`)).toBe(
      'complete: done',
    );
  });
  test('the head stays known where the claim is newer', () => {
    const { head, status } = read('**Status:** working\n**Final Status:** done\n');
    expect([head?.value, status?.value]).toEqual(['in-progress', 'complete']);
  });
});

test('boxes are counted at any depth, outside of fences', () => {
  expect(
    read('- [x] a\n  1. [ ] b\n> * [X] c\n```\n- [x] d\n```\n[x] e\n- [y] f').checkboxes,
  ).toEqual({ done: 2, open: 1 });
});

test('a link is no box, a box without words is one', () => {
  expect(read('- [x](http://a) link\n- [x]a\n- [ ]').checkboxes).toEqual({ done: 0, open: 1 });
});

test.each([
  'Started',
  'Started At',
  'StartedAt',
  'Started on',
  'Start Time',
  'Task Started',
  'Date Started',
])('%s tells when the work began', (name) => {
  expect(read(`**${name}:** 2026-03-01 10:00 EST`).started).toBe(
    Date.parse('2026-03-01T10:00:00-05:00'),
  );
});

test.each(['Completed', 'Completed At', 'Completion Time', 'Date Completed', 'Claimed Complete'])(
  '%s tells when it ended, where it is a time',
  (name) => {
    const text = `**${name}:** yes\n**${name}:** 2026-03-01 10:00 EST`;
    expect(read(text).completed).toBe(Date.parse('2026-03-01T10:00:00-05:00'));
  },
);

describe("the session is the worker's", () => {
  const own = 'agent:main:subagent:12345678-1234-4234-8234-123456789abc';
  const other = 'agent:main:subagent:aaaaaaaa-1234-4234-8234-123456789abc';
  test.each([
    [`Parent session: ${other}\n**Worker:** ${own}`, own],
    [`Noted by ${other}\n- Agent: \`${own}\` (sonnet)`, own],
    [`**Manager:** ${other} | **Session:** ${own}`, own],
    [`Spawned by ${other}. It runs as ${own}`, own],
    [`**Parent:** ${other}`, undefined],
    [`somewhere ${own}`, own],
  ])('%j', (text, key) => {
    expect(read(text).sessionKey).toBe(key);
  });
});

test('fields', () => {
  const key = 'agent:main:subagent:12345678-1234-4234-8234-123456789abc';
  const text = `# Task: app-1\n- **Started:** 2026-03-01 10:00 EST\n- **Claimed Complete:** 2026-03-01 24:30 EST\n- **Model:** sonnet\nsession ${key}\n`;
  expect(read(text)).toMatchObject({
    started: Date.parse('2026-03-01T10:00:00-05:00'),
    completed: Date.parse('2026-03-02T00:30:00-05:00'),
    model: 'sonnet',
    sessionKey: key,
    namedIds: ['app-1'],
  });
});

test.each([
  ['scheduler/progress/app-1.md', '# x', 'app-1'],
  ['scheduler/progress/app/_manager.md', '# app-2 Manager', 'app-2'],
  ['scheduler/progress/app/_manager.md', '# Manager', undefined],
  ['scheduler/progress/Audit of it.md', '# Audit', 'Audit of it'],
])('%s with %j is of %s', (place, text, id) => {
  expect(read(text, place).taskId).toBe(id);
});

test('times: a date alone is its first moment, hour 24 the next day', () => {
  const at = (text: string) => {
    const time = claimedTime(spanned(text), -300);
    return time === undefined ? undefined : new Date(time).toISOString();
  };
  expect(at('2026-03-01')).toBe('2026-03-01T05:00:00.000Z');
  expect(at('2026-03-01 24:30')).toBe('2026-03-02T05:30:00.000Z');
  expect(at('24:30')).toBeUndefined();
  expect(at('soon')).toBeUndefined();
});
