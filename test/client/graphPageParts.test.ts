import { expect, test } from 'vitest';
import { focusSet } from '../../client/webview/graph/focusSet';
import { keyAction } from '../../client/webview/graph/keyAction';
import { nextNeedingYou } from '../../client/webview/graph/needsYou';
import { tableRows } from '../../client/webview/graph/tableRows';
import { graphEdge, graphOf, graphTask } from '../support/graphFixtures';

const press = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test('keys with Ctrl or Alt are the editor’s, but for opening to the side', () => {
  expect(keyAction({ ...press, key: 'f' })).toEqual({ kind: 'fold' });
  expect(keyAction({ ...press, key: 'f', ctrlKey: true })).toBeUndefined();
  expect(keyAction({ ...press, key: 'f', altKey: true })).toBeUndefined();
  expect(keyAction({ ...press, key: 'Enter', ctrlKey: true })).toEqual({
    kind: 'open',
    toSide: true,
  });
  expect(keyAction({ ...press, key: 'F10', shiftKey: true })).toEqual({ kind: 'menu' });
  expect(keyAction({ ...press, key: 'constructor' })).toBeUndefined();
});

test('a focus takes so many steps up and so many down, also around a ring', () => {
  const tasks = ['a', 'b', 'c', 'd'].map((id) => graphTask(id));
  const chain = graphOf(tasks, [graphEdge('b', 'a'), graphEdge('c', 'b'), graphEdge('d', 'c')]);
  const around = (up: number, down: number): readonly string[] =>
    [...(focusSet(chain, { key: 't:c', up, down }) ?? [])].sort();
  expect(around(0, 0)).toEqual(['t:c']);
  expect(around(1, 0)).toEqual(['t:b', 't:c']);
  expect(around(9, 9)).toEqual(['t:a', 't:b', 't:c', 't:d']);
  const ring = graphOf(tasks.slice(0, 2), [graphEdge('a', 'b'), graphEdge('b', 'a')]);
  expect(focusSet(ring, { key: 't:a', up: Infinity, down: Infinity })?.size).toBe(2);
  expect(focusSet(chain, { key: 't:gone', up: 1, down: 1 })).toBeUndefined();
});

test('the next that needs somebody comes behind the selected one, then from the start', () => {
  const snapshot = graphOf([
    graphTask('a', { status: 'needs-validation' }),
    graphTask('b'),
    graphTask('c', { noLifeSign: 'No sign of life for 2 h.' }),
    graphTask('d', { status: 'blocked', isForeign: true }),
  ]);
  expect(nextNeedingYou(snapshot, undefined)).toBe('t:a');
  expect(nextNeedingYou(snapshot, 't:a')).toBe('t:c');
  expect(nextNeedingYou(snapshot, 't:c')).toBe('t:a');
  expect(nextNeedingYou(graphOf([graphTask('b')]), undefined)).toBeUndefined();
});

test('rows sort by number where there are numbers, and what has none comes last both ways', () => {
  const tasks = [
    graphTask('t-10', { slack: 2 }),
    graphTask('t-9'),
    graphTask('t-2', { slack: 10 }),
  ];
  const order = (column: string, isDescending: boolean): readonly string[] =>
    tableRows(tasks, new Map(), () => true, { column, isDescending }).map(({ id }) => id);
  expect(order('id', false)).toEqual(['t-2', 't-9', 't-10']);
  expect(order('slack', false)).toEqual(['t-10', 't-2', 't-9']);
  expect(order('slack', true)).toEqual(['t-2', 't-10', 't-9']);
  expect(order('no such column', true)).toEqual(['t-10', 't-9', 't-2']);
  expect(
    tableRows(tasks, new Map(), (key) => key === 't:t-9', { column: 'id', isDescending: false }),
  ).toHaveLength(1);
});
