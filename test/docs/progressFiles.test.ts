// docs/progress-files.md against the reader: every value of its table, every word, every name of a field.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { proseStatus } from '../../server/src/core/runs/proseStatus';
import { readProgress } from '../../server/src/core/runs/readProgress';

const page = readFileSync(new URL('../../docs/progress-files.md', import.meta.url), 'utf8');

/** The cells of the table whose first head is `head`, without its two head lines. */
function rows(head: string): readonly (readonly string[])[] {
  const lines = page.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${head} `)) + 2;
  const count = lines.slice(from).findIndex((line) => !line.startsWith('|'));
  return lines.slice(from, from + count).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const words = (cell: string | undefined): readonly string[] =>
  (cell ?? '').split(', ').filter((word) => word !== '');

describe('values', () => {
  test.each(rows('value'))('%s is %s', (value, status) => {
    expect(proseStatus(value) ?? 'unknown').toBe(status);
  });
});

describe('words', () => {
  const table = rows('status').map((row) => ({
    status: row[0] as string,
    anywhere: words(row[1]),
    leading: words(row[2]),
  }));
  test.each(table.flatMap((row) => row.anywhere.map((word) => [word, row.status] as const)))(
    '%s is %s at the start and elsewhere',
    (word, status) => {
      expect([proseStatus(word), proseStatus(`the cache ${word}`)]).toEqual([status, status]);
    },
  );
  test.each(table.flatMap((row) => row.leading.map((word) => [word, row.status] as const)))(
    '%s is %s only at the start',
    (word, status) => {
      expect([proseStatus(`${word} now`), proseStatus(`the cache ${word}`)]).toEqual([
        status,
        undefined,
      ]);
    },
  );
});

test.each(
  rows('what')
    .slice(0, 2)
    .flatMap(([what, names]) => words(names).map((name) => [name, what] as const)),
)('%s gives the time of %s', (name, what) => {
  const read = readProgress(`**${name}:** 2026-03-01 10:00 EST`, 'scheduler/progress/app-1.md', 0);
  const time = Date.parse('2026-03-01T10:00:00-05:00');
  expect(what === 'started' ? read.started : read.completed).toBe(time);
});
