// Times as people and agents write them (dialect 3.9, T1).
import { describe, expect, test } from 'vitest';

import { readTime } from '../../../server/src/core/time/readTime';
import { spanned } from '../../support/readText';

const newYork = -300;

/** The moment of an exact time as UTC, or `from – to`. */
function read(value: string, localOffsetMinutes: number | undefined = newYork): string | undefined {
  const time = readTime(spanned(value), localOffsetMinutes);
  if (!time) return undefined;
  const [from, to] = [time.earliest, time.latest].map((ms) =>
    new Date(ms).toISOString().slice(0, 16),
  );
  return from === to ? from : `${from} – ${to}`;
}

describe('an exact time', () => {
  test.each([
    ['2026-02-14 13:15 EST', '2026-02-14T18:15'],
    ['2026-02-14 13:15 EDT', '2026-02-14T17:15'],
    ['2026-02-14 13:15 UTC', '2026-02-14T13:15'],
    ['2026-02-14 13:15 CET', '2026-02-14T12:15'],
    ['2026-02-14 13:15', '2026-02-14T18:15'],
    ['2026-02-14, 13:15 EST', '2026-02-14T18:15'],
    ['2026-02-14 @ 13:15 EST', '2026-02-14T18:15'],
    ['2026-02-14 - 13:15 EST', '2026-02-14T18:15'],
    ['2026-02-14 13:15 UTC-5', '2026-02-14T18:15'],
    ['2026-02-14 13:15 GMT+0100', '2026-02-14T12:15'],
    ['2026-02-14 13:15 ET', '2026-02-14T18:15'],
    ['2026-07-14 13:15 ET', '2026-07-14T17:15'],
    ['2026-02-14 13:15 (JST)', '2026-02-14T04:15'],
    ['2026-02-14 13:15 by a worker', '2026-02-14T18:15'],
    ['2026-02-14 13:15 XST', '2026-02-13T23:15 – 2026-02-15T01:15'],
    ['2026-02-14 13:15:20 EST', '2026-02-14T18:15'],
    ['2026-02-14 at 13:15 EST', '2026-02-14T18:15'],
    ['2026-02-14T13:15:00Z', '2026-02-14T13:15'],
    ['2026-02-14T13:15:00.250Z', '2026-02-14T13:15'],
    ['2026-02-14T13:15:00-05:00', '2026-02-14T18:15'],
    ['2026-02-14T13:15+0530', '2026-02-14T07:45'],
    ['2026-02-14 00:31 EST', '2026-02-14T05:31'],
    ['2026-02-14 23:59 EST', '2026-02-15T04:59'],
    ['2026-2-4 9:05 EST', '2026-02-04T14:05'],
    ['2026-02-14 1:00 PM', '2026-02-14T18:00'],
    ['2026-02-14 1:00 pm EST', '2026-02-14T18:00'],
    ['2026-02-14 12:30 AM EST', '2026-02-14T05:30'],
    ['2026-02-14 12:00 PM EST', '2026-02-14T17:00'],
    ['2026-02-14 13:05 PM EST', '2026-02-14T18:05'],
    ['2026-02-14 13:15 EST by session-4', '2026-02-14T18:15'],
    ['2026-02-14 13:15 by me', '2026-02-14T18:15'],
    ['✅ **2026-02-14 13:15 EST** - all green', '2026-02-14T18:15'],
    ['started 2026-02-14 13:15 EST, again 2026-02-15 09:00 EST', '2026-02-14T18:15'],
  ])('%s', (value, moment) => {
    expect(read(value)).toBe(moment);
    expect(readTime(spanned(value), newYork)?.malformed).toBeUndefined();
  });
});

describe('a date alone covers its day', () => {
  test.each([
    ['2026-02-14', '2026-02-14T05:00 – 2026-02-15T04:59'],
    ['2026-02-14 (evening)', '2026-02-14T05:00 – 2026-02-15T04:59'],
  ])('%s', (value, range) => {
    expect(read(value)).toBe(range);
  });

  test.each([
    ['2026-02-14 HH:MM', 'placeholder'],
    ['2026-02-14 HH:MM EST', 'placeholder'],
    ['2026-02-14 XX:XX EST', 'placeholder'],
    ['2026-02-14 24:30 EST', 'impossible'],
    ['2026-02-14 13:75 EST', 'impossible'],
    ['2026-02-14 00:31 AM EST', 'impossible'],
    ['2026-02-14 13:05 AM EST', 'impossible'],
  ])('%s, too: the time is %s', (value, malformed) => {
    expect(read(value)).toBe('2026-02-14T05:00 – 2026-02-15T04:59');
    expect(readTime(spanned(value), newYork)?.malformed).toBe(malformed);
  });
});

describe('without a zone', () => {
  test('the local one counts', () => {
    expect(read('2026-02-14 13:15', 60)).toBe('2026-02-14T12:15');
  });

  test('a named one beats it', () => {
    expect(read('2026-02-14 13:15 EST', 60)).toBe('2026-02-14T18:15');
  });

  test('where that is not known either, it may be anywhere between +14 and -12', () => {
    const time = readTime(spanned('2026-02-14 13:15'), undefined);
    expect(new Date(time?.earliest ?? 0).toISOString()).toBe('2026-02-13T23:15:00.000Z');
    expect(new Date(time?.latest ?? 0).toISOString()).toBe('2026-02-15T01:15:00.000Z');
  });
});

test.each([
  '',
  'this morning',
  '13:15 EST',
  '14.02.2026',
  '2026-13-01',
  '2026-02-30 10:00 EST',
  'v2026-1',
])('no time: "%s"', (value) => {
  expect(readTime(spanned(value), newYork)).toBeUndefined();
});

test('the words and their place are what was read', () => {
  const text = '- **Started:** about 2026-02-14 13:15 EST (by s-4)';
  const from = text.indexOf('about');
  const value = { value: text.slice(from), span: { start: from, end: text.length } };
  const { value: words, span } = readTime(value, newYork)?.text ?? { value: '', span: value.span };
  expect([words, text.slice(span.start, span.end)]).toEqual([
    '2026-02-14 13:15 EST',
    '2026-02-14 13:15 EST',
  ]);
});
