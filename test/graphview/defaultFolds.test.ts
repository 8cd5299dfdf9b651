import { expect, test } from 'vitest';
import { defaultFolds } from '../../server/src/graphview/defaultFolds';
import { visibleGraph, wholeGraph } from '../../server/src/graphview/visibleGraph';
import { graphSnapshot, graphTask, inventedGraph } from '../support/graphSnapshots';

test('nothing is folded up to 300 tasks', () => {
  expect(defaultFolds(inventedGraph(300)).size).toBe(0);
});

test('finished lanes are folded first, then the largest, until the rest is comfortable', () => {
  const tasks = [
    ...['a-1', 'a-2'].map((id) => graphTask(id, { lane: 'A', status: 'complete' })),
    ...['b-1', 'b-2', 'b-3'].map((id) => graphTask(id, { lane: 'B' })),
    ...['c-1', 'c-2'].map((id) => graphTask(id, { lane: 'C' })),
  ];
  const snapshot = graphSnapshot(tasks);
  expect([...defaultFolds(snapshot, 6)]).toEqual(['A']);
  expect([...defaultFolds(snapshot, 4)]).toEqual(['A', 'B']);
});

test('10,000 tasks are a picture of their phases', () => {
  const snapshot = inventedGraph(10_000);
  const folded = defaultFolds(snapshot);
  const { nodes, counts } = visibleGraph(snapshot, { ...wholeGraph, folded });
  expect(nodes.length).toBeLessThanOrEqual(300);
  expect(nodes.every(({ kind }) => kind === 'lane')).toBe(true);
  expect(counts.hiddenByFolds).toBe(10_000);
});
