// Headings: id, title, mark (dialect 3.3 D1 and D7, 3.5 S3, 3.7 P1).
import { describe, expect, test } from 'vitest';

import {
  type HeadingFacts,
  readHeading,
  readMark,
} from '../../../server/src/core/dialect/headingLine';
import { phasesOfTitle } from '../../../server/src/core/dialect/phaseList';

/** The heading of level 3 with this text. */
function heading(words: string): HeadingFacts {
  const text = `### ${words}`;
  const end = text.length;
  return readHeading(text, 3, { start: 0, end }, { start: 4, end });
}

describe('an id and a title', () => {
  test.each([
    ['ship-docs', 'ship-docs', undefined],
    ['p2-1-a: Build the index', 'p2-1-a', 'Build the index'],
    ['p2-1-a - Build the index', 'p2-1-a', 'Build the index'],
    ['p2-1-a — Build the index', 'p2-1-a', 'Build the index'],
    ['p2-1-a – Build the index', 'p2-1-a', 'Build the index'],
    ['p2-1-a: Build the index ✅', 'p2-1-a', 'Build the index'],
    ['p2-1-a ⏳', 'p2-1-a', undefined],
    ['p2-1-a (Track 1)', 'p2-1-a', '(Track 1)'],
    ['🚀 p2-1-a: Build', 'p2-1-a', 'Build'],
    ['**p2-1-a**: Build', 'p2-1-a', 'Build'],
    ['`p2-1-a` - Build', 'p2-1-a', 'Build'],
    ['TASK: p2-1-a - Build', 'p2-1-a', 'Build'],
    ['✅ TASK: p2-1-a', 'p2-1-a', undefined],
    ['TASK: setup - A single token is enough here', 'setup', 'A single token is enough here'],
  ])('%s', (words, id, title) => {
    const read = heading(words);
    expect(read.id?.value).toBe(id);
    expect(read.title?.value).toBe(title);
    expect(read.isDetail).toBe(false);
  });

  test('the id knows its place', () => {
    const text = '### ✅ TASK: `TASK-1` - Same word twice';
    const read = readHeading(
      text,
      3,
      { start: 0, end: text.length },
      { start: 4, end: text.length },
    );
    const { start, end } = read.id?.span ?? { start: 0, end: 0 };
    expect([start, text.slice(start, end)]).toEqual([text.indexOf('TASK-1'), 'TASK-1']);
  });
});

describe('no id', () => {
  test.each([
    'Overview',
    'AC-1: Names keep their accents',
    'README-FIRST.md',
    'In-Progress',
    'The p2-1 story',
    'p2-1/p2-2: Both',
    'p2-1 & p2-2',
    'p2-1 and p2-2: Both',
    '═══════',
  ])('%s', (words) => {
    expect(heading(words).id).toBeUndefined();
  });
});

test('an id with plain words behind it heads a detail section', () => {
  expect(heading('p2-1-a Validation Details').isDetail).toBe(true);
});

test.each(['═════', '-----', '= = =', '* * *', '─── ───'])('%s is a divider', (words) => {
  expect(heading(words).isDivider).toBe(true);
});

test('a title is no divider', () => {
  expect(heading('--- Notes ---').isDivider).toBe(false);
});

describe('the mark of a heading', () => {
  test.each([
    ['no words: the emoji decides', 'p2-1: Build ✅', 'complete', 'complete'],
    [
      'known words decide',
      'p2-1: Build ✅ NEEDS-VALIDATION',
      'needs-validation',
      'needs-validation',
    ],
    ['known words in parentheses', 'p2-1: Build ✅ (L3 validated)', 'validated', 'complete'],
    [
      'known words with a remark claim nothing',
      'p2-1: Build 🔄 DONE (by hand)',
      undefined,
      'complete',
    ],
    ['other words claim nothing', 'p2-1: Build ✅ CORRECTED STATUS', undefined, 'complete'],
    ['not even related ones', 'p2-1: Build 🔄 RE-VALIDATION PENDING', undefined, 'in-progress'],
    ['the last emoji counts', 'p2-1 ❌ once, now ⏳', 'pending', 'pending'],
    ['an emoji before the id', '📋 p2-1: Build', undefined, 'pending'],
  ])('%s', (_what, words, claims, fallback) => {
    const mark = readMark(words, 0);
    expect([mark?.claims, mark?.fallback]).toEqual([claims, fallback]);
  });

  test('mere decoration is no mark', () => {
    expect(readMark('🚀 p2-1: Build 🎉', 0)).toBeUndefined();
  });

  test('its place is the emoji with the words behind it', () => {
    const words = 'p2-1: Build ✅ COMPLETE  ';
    const { start, end } = readMark(words, 0)?.span ?? { start: 0, end: 0 };
    expect(words.slice(start, end)).toBe('✅ COMPLETE');
  });
});

test.each([
  ['Phase 2: Search', ['phase 2']],
  ['🚀 PHASE 2 TASKS', ['phase 2']],
  ['Phase 2.5 - Polish', ['phase 2.5']],
  ['Phase -1: Before', ['phase -1']],
  ['Phase 1-3', ['phase 1', 'phase 2', 'phase 3']],
  ['Next — Phase 4 & 5 Work', ['phase 4', 'phase 5']],
  ['Phase 4, 5 & 6', ['phase 4', 'phase 5', 'phase 6']],
  ['Phase 4 and Phase 5', ['phase 4', 'phase 5']],
  ['Phase 4 (after Phase 3)', ['phase 4']],
  ['Phase 4 - 5 lamps', ['phase 4']],
  ['Phase 4, 5 tasks left', ['phase 4']],
  ['Phase 1/3: Wiring', ['phase 1']],
  ['WAVE 3 ✅', ['wave 3']],
  ['Stage B', ['stage b']],
  ['Phase Alpha', []],
  ['Stage a play', []],
  ['Post-Release', []],
])('the phases of "%s" are %s', (title, phases) => {
  expect(phasesOfTitle(title)).toEqual(phases);
});
