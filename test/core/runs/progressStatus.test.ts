// Which status of a progress file is that of its task (workflow 1.1, ADR 12).
import { describe, expect, test } from 'vitest';
import { headStatus, progressStatus } from '../../../server/src/core/runs/progressStatus';
import { proseLinesOf } from '../../../server/src/core/runs/proseLines';

/** `status: the words it was read from`. */
function claim(text: string): string | undefined {
  const status = progressStatus(proseLinesOf(text));
  return status && `${status.value}: ${text.slice(status.span.start, status.span.end)}`;
}
const file = (...lines: readonly string[]): string => ['# app-1', '', ...lines, ''].join('\n');

describe('a label', () => {
  test.each([
    ['**Completion Status:** done', 'complete: done'],
    ['## Task Completion Status: done', 'complete: done'],
    ['**Final Task Status:** done', 'complete: done'],
    ['## 🎉 Task Status: done', 'complete: done'],
    ['**✅ Task Status: done**', 'complete: done**'],
    ['## 1. Status\n\ndone', 'complete: done'],
    ['## [2026-03-01 10:00 EST] Final Status - done', 'complete: done'],
    ['**Status** – done', 'complete: done'],
    ['*Status:* done', 'complete: done'],
    ['__Status:__ done', 'complete: done'],
    ['`Status`: done', 'complete: done'],
    ['Status\n------\ndone', 'complete: done'],
    ['## Status\n**State:** done', 'complete: done'],
    ['**Task:** app-1 | **Status:** done | x', 'complete: done | x'],
  ])('%j', (lines, wanted) => {
    expect(claim(file(lines))).toBe(wanted);
  });

  test.each([
    ['that speaks of something else', '**Build Status:** done'],
    ['in a table', '| **Task** | **Status:** done |'],
    ['in a sentence', 'The **Status:** done'],
    ['behind a dash in a list', '- Status - a column of the table, done'],
    ['without a value', '**Status:**\n- done'],
  ])('none: %s', (_what, lines) => {
    expect(claim(file(lines))).toBeUndefined();
  });
});

describe('a status of a part is not that of the task', () => {
  test.each([
    'Bug 1',
    'Fix 2: the cache',
    '🐛 Issues',
    'Problem',
    'Dependencies',
    'Sub-Tasks',
    'Criterion 3',
    'AC-1',
    'Test results',
  ])('## %s', (title) => {
    const text = file(
      `## ${title}`,
      '**Status:** done',
      '### Details',
      '**Status:** failed',
      '## Summary',
      '**Status:** working',
    );
    expect(claim(text)).toBe('in-progress: working');
  });

  test('nor is a status heading in it, unless it ends the part', () => {
    expect(claim(file('## Bug 1', '### Status: done'))).toBeUndefined();
    expect(claim(file('## Bug 1', '## Status: done'))).toBe('complete: done');
  });

  test('what is quoted from the queue claims nothing', () => {
    const quote = ['**From PROACTIVE-JOBS.md:**', '- **Status:** pending', '- **Model:** x'];
    expect(claim(file(...quote, '', '**Status:** done'))).toBe('complete: done');
    expect(claim(file('From `PROACTIVE-JOBS.md`:', '', '- Status: pending'))).toBeUndefined();
    expect(claim(file('See PROACTIVE-JOBS.md', '- Status: pending'))).toBe('pending: pending');
  });
});

describe('the last attempt counts', () => {
  const attempts = (...statuses: readonly string[]) =>
    statuses.flatMap((status, i) => [`### Attempt ${i + 1}`, `- **Status:** ${status}`, '']);

  test.each([
    [attempts('failed', 'success'), 'complete: success'],
    [attempts('success', 'failed'), 'failed: failed'],
    [attempts('success', 'in-progress'), 'in-progress: in-progress'],
    [['- **Status:** in-progress', '', ...attempts('done')], 'complete: done'],
    [
      [...attempts('success'), '## Current Attempt', '- **Status:** in-progress'],
      'in-progress: in-progress',
    ],
    [[...attempts('success'), '## Summary', '**Status:** blocked'], 'blocked: blocked'],
    [[...attempts('success'), '## The end', '**Status:** blocked'], 'blocked: blocked'],
    [
      [...attempts('success'), '#### Step 2', '**Status:** failed', '## Notes'],
      'complete: success',
    ],
    [['**Final Status:** done', '', ...attempts('failed')], 'failed: failed'],
  ])('%j', (lines, wanted) => {
    expect(claim(file('## Communication Log', ...lines))).toBe(wanted);
  });

  test('in a file without attempts the first one does', () => {
    const text = file(
      '**Status:** working',
      '## Log',
      '**Status:** x',
      '## Summary',
      'Status: done',
    );
    expect(claim(text)).toBe('in-progress: working');
  });

  test('a report on the task counts however short the file is', () => {
    const text = file(
      '**Status:** working',
      '## Report',
      '- **Task:** app-1',
      '- **Status:** done',
    );
    expect(claim(text)).toBe('complete: done');
  });

  test('a task line in the header is no report', () => {
    const header = ['**Task:** app-1', '**Status:** working', '**Status:** done'];
    expect(claim(file(...header))).toBe('in-progress: working');
  });

  test('the head is still told', () => {
    const text = file('- **Status:** in-progress', '', ...attempts('done'));
    expect(headStatus(proseLinesOf(text))?.value).toBe('in-progress');
  });

  test('an attempt that is over is no head', () => {
    const text = file(...attempts('in-progress', 'done'));
    expect(headStatus(proseLinesOf(text))).toBeUndefined();
  });
});

test('a line that is nothing but labels is read at once', () => {
  const text = file(`**Status:** ${'→ ('.repeat(40_000)}`, `x ${'| **x '.repeat(20_000)}`);
  expect(claim(text)).toBeUndefined();
});
