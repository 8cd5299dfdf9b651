/** The filter of the tree: the newest query counts, whoever answers last; a silent server changes nothing. */
import { expect, test } from 'vitest';
import { QueueFilter } from '../../client/src/query/queueFilter';
import { completed, queryItems } from '../../client/src/query/queryItems';
import type { QueryResult } from '../../server/src/protocol/queryMessages';

const result = (...matches: readonly string[]): QueryResult => ({
  ...{ matches, total: 9, explanation: 'what it means', isWrong: false, completions: [] },
});

/** A filter whose questions are answered by hand. */
function filterByHand() {
  const asked: {
    text: string;
    why: string | undefined;
    answer: (value: QueryResult | undefined) => void;
    fail: () => void;
  }[] = [];
  const filter = new QueueFilter(
    (text, why) =>
      new Promise((answer, reject) => {
        const fail = (): void => {
          reject(new Error('gone'));
        };
        asked.push({ text, why, answer, fail });
      }),
  );
  const told: (string | undefined)[] = [];
  filter.onChange(() => told.push(filter.state?.text));
  return { filter, asked, told };
}

test('an answer that comes late does not replace that of a newer query', async () => {
  const { filter, asked, told } = filterByHand();
  const sets = [filter.set('old'), filter.set('new')];
  asked[1]?.answer(result('b'));
  asked[0]?.answer(result('a'));
  await Promise.all(sets);
  expect(filter.state).toEqual({ text: 'new', matches: new Set(['b']) });
  expect(told).toEqual(['new']);
});

test('an empty query shows everything, also while an answer is under way', async () => {
  const { filter, asked } = filterByHand();
  const set = filter.set('is:ready');
  await filter.set('');
  asked[0]?.answer(result('a'));
  await set;
  expect(filter.state).toBeUndefined();
  await filter.refresh();
  expect(asked).toHaveLength(1);
});

test('for the sake of one task everything is shown again, with what hid it', async () => {
  const { filter, asked } = filterByHand();
  const set = filter.set('is:ready');
  asked[0]?.answer(result('a'));
  await set;
  const cleared = filter.clearFor('b');
  asked[1]?.answer({ ...result('a'), why: '`b` is not shown: it is pending.' });
  expect(await cleared).toBe('`b` is not shown: it is pending.');
  expect(asked.map(({ text, why }) => [text, why])).toEqual([
    ['is:ready', undefined],
    ['is:ready', 'b'],
  ]);
  expect(filter.state).toBeUndefined();
});

test('what was found stays when nobody answers; the same query is asked again after a change', async () => {
  const { filter, asked } = filterByHand();
  const set = filter.set('is:ready');
  asked[0]?.answer(result('a'));
  await set;
  for (const n of [1, 2]) {
    const again = filter.refresh();
    if (n === 1) asked[n]?.answer(undefined);
    else asked[n]?.fail();
    await again;
  }
  expect(asked.map(({ text }) => text)).toEqual(['is:ready', 'is:ready', 'is:ready']);
  expect(filter.state?.matches).toEqual(new Set(['a']));
});

test('the field says first what the query means, with words of a queue as words', () => {
  const completion = {
    label: 'model:$(x)',
    detail: 'Model (2)',
    insert: 'model:x ',
    start: 3,
    end: 6,
  };
  const items = queryItems('a mod', { ...result('a'), completions: [completion] });
  expect(items.map(({ label }) => label)).toEqual([
    '$(filter) Show 1 of 9 tasks',
    'model:$\u200b(x)',
  ]);
  expect(completed('is mod b', completion)).toBe('is model:x  b');
  expect(queryItems(' ', result())[0]?.label).toBe('$(list-tree) Show all 9 tasks');
  expect(queryItems('x:y', { ...result(), isWrong: true })[0]).toMatchObject({
    label: '$(warning) This query cannot be read',
    detail: 'what it means',
  });
});
