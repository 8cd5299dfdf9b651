// Table rows that markdown reads as text, and which reason is told (dialect 3.10, orphan-table-row).
import { expect, test } from 'vitest';
import { readText, tasksIn } from '../../support/readText';

/** `line: detail` of each problem; lines count from 1. */
function orphansIn(text: string): readonly string[] {
  return readText(text)
    .problems.filter(({ code }) => code === 'orphan-table-row')
    .map((p) => `${text.slice(0, p.span.start).split('\n').length}: ${p.detail ?? 'alone'}`);
}

const table = '| Task ID | Status |\n|---|---|\n| app-one | pending |\n| app-two | pending |\n';

test.each([
  ['a bullet', '- An item\n'],
  ['a numbered item', '1. An item\n'],
  ['a check box', '- [x] Done\n'],
  ['the text of an item', '- An item\n  that goes on\n'],
  ['a quote', '> Said somebody\n'],
])('a table directly below %s is one finding: it lacks a blank line', (_what, above) => {
  const at = above.split('\n').length;
  expect([orphansIn(above + table), tasksIn(above + table)]).toEqual([
    [`${at}: no-blank-line`],
    [],
  ]);
});

test('with the blank line it is a table', () => {
  expect([orphansIn(`- An item\n\n${table}`), tasksIn(`- An item\n\n${table}`)]).toEqual([
    [],
    ['app-one: pending (table-row)', 'app-two: pending (table-row)'],
  ]);
});

test('a paragraph needs none', () => {
  expect([orphansIn(`A line.\n${table}`), tasksIn(`A line.\n${table}`)]).toEqual([
    [],
    ['app-one: pending (table-row)', 'app-two: pending (table-row)'],
  ]);
});

test('header and delimiter row that differ in length are one finding', () => {
  expect(orphansIn('| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n')).toEqual(['1: unequal-cells']);
});

test('rows above such a table are findings of their own', () => {
  expect(orphansIn(`- An item\n| app-six | x |\n${table}`)).toEqual([
    '2: alone',
    '3: no-blank-line',
  ]);
});

test('rows without header and delimiter row are findings each', () => {
  expect(orphansIn('Some text.\n\n| app-one | x |\n| app-two | y |\n')).toEqual([
    '3: alone',
    '4: alone',
  ]);
});

test('a table in a list item is whole, and holds no tasks', () => {
  const nested = `- An item\n\n${table.replace(/^/gm, '  ').trimEnd()}\n`;
  expect([orphansIn(nested), tasksIn(nested)]).toEqual([[], []]);
});
