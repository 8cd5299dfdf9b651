// What keeps a task from being seen in the graph's page, and what it takes to see it.
import { expect, test } from 'vitest';
import { Drawer, type Drawing } from '../../client/webview/graph/drawing';
import { missedByTerm } from '../../client/webview/graph/missedTasks';
import { obstaclesTo } from '../../client/webview/graph/obstacles';
import { emptyPage, type PageState } from '../../client/webview/graph/pageState';
import { revealed } from '../../client/webview/graph/revealed';
import { graphEdge, graphOf, graphTask } from '../support/graphFixtures';

/** A chain `a-1` ← `a-2` ← `a-3` in one phase, `b-1` in another. */
const snapshot = graphOf(
  [
    graphTask('a-1', { status: 'complete' }),
    graphTask('a-2', { model: 'opus' }),
    graphTask('a-3', { ready: true, model: 'haiku' }),
    graphTask('b-1', { lane: 'lane:2', ready: true }),
  ],
  [graphEdge('a-2', 'a-1'), graphEdge('a-3', 'a-2')],
);

function looked(look: Partial<PageState>): { state: PageState; drawing: Drawing } {
  const state = { ...emptyPage, snapshot, ...look };
  return { state, drawing: new Drawer().draw({ ...state, snapshot }) };
}

function kinds(id: string, look: Partial<PageState>): readonly string[] {
  const { state, drawing } = looked(look);
  return obstaclesTo(`t:${id}`, drawing, state).map(({ kind }) => kind);
}

const onA1 = { key: 't:a-1', up: 0, down: 1 };

test.each<[string, Partial<PageState>, readonly string[]]>([
  ['a-1', {}, []],
  ['a-1', { query: 'status:ready' }, ['filter']],
  ['a-3', { query: 'status:ready' }, []],
  ['a-3', { focus: onA1 }, ['focus']],
  ['a-2', { focus: onA1, query: 'status:ready' }, ['filter']],
  ['b-1', { focus: onA1, query: 'a-' }, ['filter', 'focus']],
  ['b-1', { folded: new Set(['lane:2']) }, ['fold']],
  ['b-1', { folded: new Set(['lane:2']), tab: 'table' }, []],
  ['a-1', { query: 'status:ready', tab: 'waterfall' }, []],
  ['gone', { query: 'status:ready', focus: onA1 }, []],
])('what keeps %s from being seen with %o', (id, look, expected) => {
  expect(kinds(id, look)).toEqual(expected);
});

test('each part of a query is counted with the tasks that it keeps away, and with what is found without it', () => {
  const { drawing } = looked({ query: 'status:ready model:opus' });
  expect(missedByTerm(drawing)).toEqual([
    {
      clause: 'the model does not contain "opus"',
      count: 3,
      found: 2,
      terms: 'model:opus',
      rest: 'status:ready',
    },
    {
      clause: 'it cannot start now',
      count: 2,
      found: 1,
      terms: 'status:ready',
      rest: 'model:opus',
    },
  ]);
});

test('with a focus only the tasks in it are counted', () => {
  const { drawing } = looked({ query: 'model:haiku', focus: onA1 });
  expect(missedByTerm(drawing).map(({ count, found }) => [count, found])).toEqual([[2, 2]]);
});

test('a jump to a hidden task selects it and says why, one of the cursor says nothing', () => {
  const { state, drawing } = looked({ query: 'status:ready', showsOthers: 'hide' });
  const jump = revealed(drawing, state, 't:a-1', false);
  expect(jump).toMatchObject({ patch: { selected: 't:a-1' }, shown: undefined });
  expect(jump.words).toBe('`a-1` is not shown: it cannot start now (it is complete).');
  expect(revealed(drawing, state, 't:a-1', true).words).toBeUndefined();
});

test('a jump to a task that is gone says so and selects nothing', () => {
  const { state, drawing } = looked({});
  expect(revealed(drawing, state, 't:gone', false)).toEqual({
    patch: {},
    shown: undefined,
    words: 'There is no such task here.',
  });
});

test('a jump to a dimmed task goes there, one to a folded task unfolds its phase', () => {
  const dimmed = looked({ query: 'status:ready' });
  expect(revealed(dimmed.drawing, dimmed.state, 't:a-1', false).shown).toBe('t:a-1');
  const folded = looked({ folded: new Set(['lane:2']) });
  const { patch, shown } = revealed(folded.drawing, folded.state, 't:b-1', false);
  expect([shown, patch.folded]).toEqual(['t:b-1', new Set()]);
});
