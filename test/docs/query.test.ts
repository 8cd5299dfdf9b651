// Every query that docs/query.md shows can be read, and finds what the page says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldNames, flags, statusWords } from '../../server/src/core/query/fields';
import { parseQuery } from '../../server/src/core/query/parseQuery';
import { found, planNeighbours, planTasks } from '../support/queryTasks';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'query.md'), 'utf8');

/** What stands in the first column of the tables, each example by itself; and the indented lines. */
const examples = page.split('\n').flatMap((line) => {
  if (line.startsWith('    ')) return [line.trim()];
  const cell = /^\| (`.*?`) +\|/.exec(line)?.[1];
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replace('\\|', '|'));
});

/** What each example finds among `planTasks`. */
const finds: Readonly<Record<string, string>> = {
  'status:ready model:opus blocks:>3 road': '',
  road: 'p1-2 p2-1',
  '"the road"': 'p1-2 p2-1',
  'status:ready': 'p1-3 far-1',
  'status:running': 'p1-2 p2-m',
  'status:open': 'p1-2 p1-3 p2-1 p2-2 p2-m far-1',
  'status:done': 'p1-1',
  'status:stuck': 'p2-2',
  'status:needs-validation': '',
  'model:opus': 'p1-1 p1-2 p2-1',
  'model:=opus': 'p1-1 p2-1',
  'worker:none': 'p1-1 p1-3 p2-1 p2-2 p2-m far-1',
  'phase:"phase 1"': 'p1-1 p1-2 p1-3',
  'id:p1-*': 'p1-1 p1-2 p1-3',
  'title:road': 'p1-2 p2-1',
  'priority:P1': 'p1-2',
  'priority:high': 'p1-2',
  'priority:<=P1': 'p1-2 p2-1',
  'blocks:>3': 'p1-2',
  'waits:0': 'p1-1 p1-2 p1-3 far-1',
  'slack:0': 'p1-2 p2-1',
  'wave:0..1': 'p1-2 p1-3 p2-1',
  'is:critical': 'p1-2 p2-1',
  'is:cycle': 'p2-2',
  'is:manager': 'p2-m',
  'is:foreign': 'far-1',
  'is:error': 'p2-2',
  'is:warning': 'p1-3',
  'is:drift': 'p2-2',
  'is:silent': 'p1-2',
  '+p2-1': 'p1-1 p1-2 p2-1 far-1',
  'p2-1+': 'p2-1 p2-2',
  '+p2-1+': 'p1-1 p1-2 p2-1 p2-2 far-1',
  '1+p2-1': 'p1-2 p2-1 far-1',
  '2+p2-1+1': 'p1-1 p1-2 p2-1 p2-2 far-1',
  'status:ready model:opus': '',
  '-is:manager': 'p1-1 p1-2 p1-3 p2-1 p2-2 far-1',
  'not is:manager': 'p1-1 p1-2 p1-3 p2-1 p2-2 far-1',
  'is:critical or priority:P0': 'p1-2 p2-1',
  'status:open -(is:manager or is:foreign)': 'p1-2 p1-3 p2-1 p2-2',
};

test('the page shows these examples and no others', () => {
  expect([...examples].sort()).toEqual(Object.keys(finds).sort());
});

test.each(Object.entries(finds))('%s', (text, ids) => {
  expect(parseQuery(text).problems).toEqual([]);
  expect(found(text, planTasks, planNeighbours).join(' ')).toBe(ids);
});

test('every field, flag and status of several is on the page', () => {
  for (const name of Object.keys(fieldNames)) expect(page).toContain(`\`${name}:`);
  for (const name of Object.keys(flags)) expect(page).toContain(`\`is:${name}`);
  for (const name of Object.keys(statusWords).slice(0, 5))
    expect(page).toContain(`\`status:${name}`);
});
