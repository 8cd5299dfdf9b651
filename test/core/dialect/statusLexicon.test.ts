// Status words and how a value is read (dialect 3.5, S1).
import { describe, expect, test } from 'vitest';

import {
  plainStatus,
  readStatus,
  statusOfEmoji,
  statusOfWords,
} from '../../../server/src/core/dialect/statusLexicon';
import type { Status } from '../../../server/src/core/model/status';

/** The table of dialect 3.5, word for word. */
const table: Readonly<Record<Exclude<Status, 'unknown'>, string>> = {
  pending:
    'pending, todo, queued, ready, ready to start, ready to spawn, ready for breakdown, waiting, open, planned, scheduled, optional, not started, deferred',
  'in-progress': 'in-progress, in progress, in_progress, working, active, running, executing',
  'needs-validation':
    'needs-validation, awaiting-verification, awaiting-validation, claiming-complete, ready-for-validation, ready-for-l2-validation, ready-for-l3-validation, needs-revalidation, needs-review',
  'self-validated': 'self-validated, l2-validated',
  validated: 'validated, verified, l3-validated',
  complete:
    'complete, completed, done, verified-complete, all complete, already-reviewed, fixed, released, merged, closed, finished',
  blocked: 'blocked, blocked-auth, blocked-by-the-weather, validation-blocked, on hold, paused',
  failed:
    'failed, validation-failed, l2-validation-failed, l3-validation-failed, needs-rework, needs-fix, fix-required, needs-completion, partial-validated, validation-partial, partially completed, rejected, spawn-failed, attempted-spawn',
  cancelled: 'cancelled, canceled, abandoned, archived, skipped, superseded',
};

describe('a task that was given up', () => {
  test.each([
    'dropped',
    'obsolete',
    'replaced',
    'withdrawn',
    'superseded by app-2',
    'Superseded by `app-2-search` and app-3',
    '~~superseded by app-2~~ 🚫',
    'replaced with app-2',
    'replaced by [app-2](#app-2)',
    'dropped by the owner',
    'dropped in favor of app-2',
    'cancelled in favour of app-2, app-3',
    '🚫 obsolete (see app-2)',
  ])('%s is cancelled', (words) => {
    expect(readStatus(words).status).toBe('cancelled');
    expect(readStatus(words.toUpperCase()).status).toBe('cancelled');
  });

  test.each([
    'merged into app-2',
    'completed by Friday',
    'pending by',
    'dropped by',
    'dropped packets',
    'not superseded by app-2',
    'superseded bypass',
    'replaced within a day',
  ])('%s says nothing that is known', (words) => {
    expect(readStatus(words).status).toBeUndefined();
  });
});

describe.each(Object.entries(table))('words for %s', (status, words) => {
  test.each(words.split(', '))('%s', (word) => {
    expect(readStatus(word).status).toBe(status);
    expect(readStatus(word.toUpperCase()).status).toBe(status);
    expect(readStatus(word.replaceAll('-', ' ')).status).toBe(status);
    expect(readStatus(`**${word}** (a note)`).status).toBe(status);
  });
});

test.each([
  ['✅', 'complete'],
  ['🔄', 'in-progress'],
  ['🚧', 'in-progress'],
  ['⏳', 'pending'],
  ['🔜', 'pending'],
  ['📋', 'pending'],
  ['⏸', 'blocked'],
  ['⏸️', 'blocked'],
  ['❌', 'failed'],
  ['🚫', 'cancelled'],
  ['⏭', 'cancelled'],
  ['⏭️', 'cancelled'],
])('%s alone means %s', (emoji, status) => {
  expect(readStatus(emoji).status).toBe(status);
  expect(statusOfEmoji(emoji)).toBe(status);
});

test.each([
  ['bold', '**complete**', 'complete'],
  ['backticks', '`complete`', 'complete'],
  ['emoji before', '✅ complete', 'complete'],
  ['emoji behind', '`complete` ✅', 'complete'],
  ['emoji and bold at both ends', '🔴 **BLOCKED** 🔴', 'blocked'],
  ['a parenthesis', 'complete (L3 validated)', 'complete'],
  ['a hyphen between blanks', 'complete - all tests pass', 'complete'],
  ['a long dash', 'pending — wait for the key', 'pending'],
  ['a semicolon', 'complete; deployed', 'complete'],
  ['a comma', 'blocked, see the note', 'blocked'],
  ['the end of a sentence', 'Complete. Nothing is left.', 'complete'],
  ['a full stop at the end', 'Complete.', 'complete'],
  ['an exclamation mark', 'DONE! At last', 'complete'],
])('decoration and notes do not matter: %s', (_what, value, status) => {
  expect(readStatus(value).status).toBe(status);
});

test.each([
  ['pending → in-progress', 'in-progress'],
  ['pending -> complete', 'complete'],
  ['pending ➜ in-progress → ✅ complete', 'complete'],
  ['complete (was pending → failed)', 'complete'],
])('the last part of a chain counts: %s', (value, status) => {
  expect(readStatus(value).status).toBe(status);
});

test.each([
  ['🔄 queued', 'pending'],
  ['✅ NEEDS-VALIDATION', 'needs-validation'],
  ['❌ complete', 'complete'],
])('words beat emoji: %s', (value, status) => {
  expect(readStatus(value).status).toBe(status);
});

test.each([
  '✅ mostly',
  '🔴 CRITICAL',
  'Awaiting infrastructure',
  'completely different',
  'not complete',
  '',
  '—',
])('no known status: "%s"', (value) => {
  expect(readStatus(value).status).toBeUndefined();
});

test.each([
  ['in-progress (manager)', 'manager'],
  ['Self-Validated (L2-Coordinator) (again)', 'l2-coordinator'],
  ['pending', undefined],
])('the qualifier of %s is %s', (value, qualifier) => {
  expect(readStatus(value).qualifier).toBe(qualifier);
});

test('the words of a value are what a message quotes', () => {
  expect(plainStatus('🔴 **Nearly There** (ask me)')).toBe('Nearly There');
});

test('only the whole words count, not a beginning', () => {
  expect(statusOfWords('done soon')).toBeUndefined();
  expect(statusOfWords('blocked-')).toBeUndefined();
});
