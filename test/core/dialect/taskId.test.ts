// What is an id and what only looks like one (dialect 3.2).
import { describe, expect, test } from 'vitest';

import {
  hasDigit,
  idAtStart,
  idsInText,
  isHyphenPrefix,
  isTaskId,
} from '../../../server/src/core/dialect/taskId';

describe('ids', () => {
  test.each([
    'ship-docs',
    'p2-1',
    'p2-1-a',
    'p11-13',
    'P3-2-FIX',
    'p4-1-1',
    'ST-P1-02',
    'US-7',
    'PHASE-A',
    'MELODY-UI-FIX-P2-1',
    'release-v1.0.0',
    'farm-0.1-gate',
    'pr2-1_b',
    'barn-x7q',
    'blocked-users-1',
    'a'.repeat(78) + '-b',
  ])('%s', (id) => {
    expect(isTaskId(id)).toBe(true);
    expect(idAtStart(`${id}: A title`)).toBe(id);
  });
});

describe('look-alikes', () => {
  test.each([
    ['a word without a hyphen', 'setup'],
    ['a dotted word without a hyphen', 'v1.0'],
    ['a criterion', 'AC-1'],
    ['a defect', 'DEF-2'],
    ['a requirement', 'REQ-3'],
    ['a requirement with two numbers', 'req-3-1'],
    ['a file', 'PROACTIVE-JOBS.md'],
    ['a source file', 'src-map.test.ts'],
    ['a number first', '2-way'],
    ['two hyphens in a row', 'p2--1'],
    ['a model', 'claude-sonnet-4-20250514'],
    ['a status', 'in-progress'],
    ['a status, any case', 'Needs-Validation'],
    ['81 characters', 'a'.repeat(79) + '-b'],
    ['an umlaut', 'grün-1'],
  ])('%s', (_what, text) => {
    expect(isTaskId(text)).toBe(false);
  });
});

test('the longest run counts: no id hides in a longer word', () => {
  expect(idAtStart('p2-1-load.md is the file')).toBeUndefined();
  expect(idAtStart('p2-1. Then more')).toBe('p2-1');
  expect(idAtStart('p2-1, p2-2')).toBe('p2-1');
  expect(idAtStart('see p2-1')).toBeUndefined();
});

test('the two ends of a dotted range are two ids', () => {
  expect(idAtStart('p2-1..p2-4')).toBe('p2-1');
});

test('ids in running text, with their places', () => {
  const text = 'Do p2-1 (not docs/p9-9 or p9-8.md), then `p2-2`. AC-1 is in-progress.';
  expect(idsInText(text)).toEqual([
    { id: 'p2-1', start: 3 },
    { id: 'p2-2', start: text.indexOf('p2-2') },
  ]);
});

test('a digit is what bullets need', () => {
  expect(hasDigit('p2-a')).toBe(true);
  expect(hasDigit('ship-docs')).toBe(false);
});

test('a short form ends at a hyphen', () => {
  expect(isHyphenPrefix('p7-1', 'p7-1-crypto')).toBe(true);
  expect(isHyphenPrefix('p7-1', 'p7-10')).toBe(false);
  expect(isHyphenPrefix('p7-1', 'p7-1')).toBe(false);
});
