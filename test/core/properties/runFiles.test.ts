// Readers are total and linear: any text in any place is read, with true ranges, however large.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunContent } from '../../../server/src/core/runs/runFile';
import { readRunFile } from '../../../server/src/core/runs/runFile';
import { runFileRules } from '../../../server/src/core/rules/runRules';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { defaultOptions } from '../../../server/src/core/options';
import { deriveState } from '../../../server/src/core/state';
import { checkProperty, patience } from '../../support/properties';

const places = [
  'scheduler/progress/app/app-1.md',
  'scheduler/progress/_manager.md',
  'scheduler/heartbeats/app-1.json',
  'scheduler/coordinator/notes/2026-03-01.md',
  'scheduler/coordinator/JOBS.md',
  'scheduler/inboxes/validator/1.json',
  'scheduler/spawn-queue/requests/app-1.json',
  'scheduler/spawn-queue/responses/$(date):1.json',
  'scheduler/validator/notes/validations/app-1.md',
];
const now = Date.parse('2026-03-01T12:00:00-05:00');
const queue = readQueue(
  'file:///w/PROACTIVE-JOBS.md',
  '### app-1: One\n- **Status:** in-progress\n',
  defaultOptions,
);

/** Reads the text at each place and runs every rule over it. */
function readEverywhere(text: string): void {
  const runFiles = places.map((path) => {
    const source = { uri: `file:///w/${path}`, folder: 'file:///w', path, modifiedAt: now, text };
    const file = readRunFile(source, -300);
    if (!file) throw new Error(`${path} was not read.`);
    for (const span of spansIn(file.content)) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    return file;
  });
  const state = deriveState({ documents: [queue], runFiles, now, options: defaultOptions });
  for (const file of runFiles) {
    const broke = (code: string, error: unknown): never => {
      throw new Error(`The rule ${code} broke.`, { cause: error });
    };
    for (const { span } of runFileRules(state, file, () => undefined, broke)) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  }
}

function spansIn(content: RunContent): readonly { start: number; end: number }[] {
  switch (content.kind) {
    case 'progress':
      return [content.progress.status, content.progress.head].flatMap((c) => (c ? [c.span] : []));
    case 'verdict':
      return content.verdict.span ? [content.verdict.span] : [];
    default:
      return [];
  }
}

const parts = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '# ',
  '## Status',
  '**Status:** ',
  '**Final Status:**',
  '- [ ] ',
  '- [x] ',
  '> ',
  '```',
  '<!--',
  '-->',
  'complete',
  '✅',
  '\ud83d',
  '→',
  '**Task:** app-1',
  'agent:main:subagent:12345678-1234-4234-8234-123456789abc',
  'spawned ',
  'p1-1',
  '5/8',
  'Phase 3',
  '{',
  '}',
  '"taskId": ',
  '"lastHeartbeat": ',
  '"$(date)"',
  '1e400',
  '-1',
  'null',
  ',',
  '[',
  ']',
  '"',
  '\\',
  '2026-03-01 24:30 EST',
  '9999-99-99',
  '$(date)',
  '**Result:** PASS',
  '`src/a.ts`',
  '(19,384 bytes)',
  'commit `1f2e3d4`',
  '\0',
];

describe('any text', () => {
  test.each([
    '',
    '\ufeff',
    '\n',
    '\0',
    '#',
    '{',
    '"',
    '\ud83d',
    '## Status:',
    '**Status:**',
    '-->',
  ])('%j', readEverywhere);

  test('any string', patience, () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json({ maxDepth: 3 }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    checkProperty('run files, any string', 20, fc.property(anything, readEverywhere));
  });

  test('any soup of what such files are made of', patience, () => {
    const soup = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((all) => all.join(''));
    checkProperty('run files, soup', 20, fc.property(soup, readEverywhere));
  });

  test('any keys and values of a heartbeat', patience, () => {
    const keys = [
      'taskId',
      'task',
      'worker',
      'lastHeartbeat',
      'started',
      'status',
      'phase',
      'content',
      'spawn',
      'type',
      '__proto__',
    ];
    const values = fc.anything({ maxDepth: 2, withBigInt: false });
    checkProperty(
      'run files, any JSON',
      60,
      fc.property(fc.dictionary(fc.constantFrom(...keys), values), (value) => {
        readEverywhere(JSON.stringify(value));
      }),
    );
  });
});

describe('much of the same', () => {
  const fill = (line: string) => line.repeat(Math.ceil((48 * 1024) / line.length));
  test.each([
    ['a log', fill('- [x] 2026-03-01 10:00 EST ran the tests of `src/app/login.ts`, all passed\n')],
    ['status lines', fill('**Status:** in-progress\n')],
    ['one line', fill('word ')],
    ['one line of blanks', fill(' ')],
    ['one word', fill('a')],
    ['stars', fill('*')],
    ['hyphens', fill('a-')],
    ['arrows', `p1-1${fill(' → p1-1')}`],
    ['headings', fill('## p1-1\n')],
    ['fences', fill('```\n')],
    ['open boxes', fill('- [ ')],
    ['sessions', fill('p1-1 agent:main:subagent:12345678-1234-4234-8234-123456789abc\n')],
    ['open strings', fill('"a": "')],
    ['pairs', `{${fill('"a": "b\\\\", ')}`],
    ['deep lists', fill('[')],
  ])('%s is read at every place', (_what, text) => {
    for (const path of places) {
      const file = readRunFile({ uri: 'u', folder: 'f', path, modifiedAt: now, text }, -300);
      expect(file?.text).toBe(text);
    }
  });
});
