// What can be written at the cursor, which `¦` marks.
import { expect, test } from 'vitest';
import { completeQuery } from '../../../server/src/core/query/completeQuery';
import { parseQuery } from '../../../server/src/core/query/parseQuery';
import { found, planTasks } from '../../support/queryTasks';

/** The text with each item taken, the cursor behind it, and how many tasks it says it finds. */
function completions(marked: string): readonly (readonly [string, number | undefined])[] {
  const cursor = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const { start, end, items } = completeQuery(text, cursor, planTasks);
  return items.map(({ insert, count }) => [text.slice(0, start) + insert + text.slice(end), count]);
}

test('fields, and nothing else where nothing is written', () => {
  expect(completions('road ¦').map(([text]) => text)).toEqual([
    'road status:',
    'road is:',
    'road priority:',
    'road id:',
    'road title:',
    'road model:',
    'road phase:',
    'road worker:',
    'road blocks:',
    'road waits:',
    'road slack:',
    'road wave:',
  ]);
});

test.each([
  ['st¦', [['status:', undefined]]],
  [
    'status:r¦ road',
    [
      ['status:ready road', 2],
      ['status:running road', 2],
    ],
  ],
  ['-status:ready,do¦', [['-status:ready,done', 1]]],
  ['is:cr¦itical', [['is:critical', 2]]],
  [
    'model:¦',
    [
      ['model:opus', 2],
      ['model:claude-opus-4', 1],
      ['model:sonnet', 1],
      ['model:none', 3],
    ],
  ],
  ['phase:"phase 2¦', [['phase:"Phase 2: Use"', 3]]],
  ['priority:h¦', [['priority:high', 1]]],
  ['priority:<=P¦', ['P0', 'P1', 'P2', 'P3'].map((rank) => [`priority:<=${rank}`, undefined])],
  [
    'blocks:>¦',
    [
      ['blocks:>0', 3],
      ['blocks:>3', 1],
      ['blocks:>=10', 0],
    ],
  ],
  [
    'p2-¦',
    [
      ['p2-1', 1],
      ['p2-2', 1],
      ['p2-m', 1],
    ],
  ],
  ['2+p2-m¦', [['2+p2-m', undefined]]],
  ['"the r¦', []],
  ['colour:¦', []],
])('%s', (marked, expected) => {
  expect(completions(marked)).toEqual(expected);
});

test('what is offered can be read, and finds as many as it says', () => {
  const fields = ['status', 'is', 'priority', 'id', 'title', 'model', 'phase', 'worker'];
  for (const field of [...fields, 'blocks', 'waits', 'slack', 'wave'])
    for (const [text, count] of completions(`${field}:¦`)) {
      expect(parseQuery(text).problems, text).toEqual([]);
      // "opus" is part of another model's name, too.
      if (field !== 'model') expect([text, found(text, planTasks).length]).toEqual([text, count]);
    }
});
