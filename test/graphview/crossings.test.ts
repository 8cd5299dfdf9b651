import { expect, test } from 'vitest';
import type { GraphLayout } from '../../server/src/graphview/graphLayout';
import { laneLayout } from '../../server/src/graphview/laneLayout';
import { visibleGraph, wholeGraph } from '../../server/src/graphview/visibleGraph';
import { crossings, type Point } from '../support/crossings';
import { graphEdge, graphSnapshot, graphTask, inventedGraph } from '../support/graphSnapshots';
import { dotPlaces } from '../support/graphvizPlaces';

const middles = ({ nodes }: GraphLayout): ReadonlyMap<string, Point> =>
  new Map(
    nodes.map(({ key, x, y, width, height }) => [key, { x: x + width / 2, y: y + height / 2 }]),
  );

test('crossings are counted: two lines that cross, two that do not, two that share an end', () => {
  const points = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 0, y: 1 }],
    ['c', { x: 1, y: 0 }],
    ['d', { x: 1, y: 1 }],
  ]);
  const cross = [
    { from: 'a', to: 'd' },
    { from: 'b', to: 'c' },
  ];
  expect(crossings(points, cross)).toBe(1);
  const beside = [
    { from: 'a', to: 'c' },
    { from: 'b', to: 'd' },
  ];
  expect(crossings(points, [...beside, { from: 'a', to: 'd' }])).toBe(0);
});

// dot knows no phases: it is free to put every task where it crosses least.
test.each([1, 2, 3, 4, 5])(
  '300 tasks in 15 phases (seed %d) have at most 2.5 times the crossings of a flat dot',
  async (seed) => {
    const snapshot = inventedGraph(300, seed);
    const layout = laneLayout(visibleGraph(snapshot, wholeGraph));
    const ours = crossings(middles(layout), snapshot.edges);
    const theirs = crossings(await dotPlaces(snapshot), snapshot.edges);
    expect(theirs).toBeGreaterThan(100);
    expect(ours / theirs).toBeLessThanOrEqual(2.5);
  },
);

test('two chains that are written in turns do not cross', () => {
  const ids = ['a-1', 'b-1', 'a-2', 'b-2', 'a-3', 'b-3'];
  const edges = ['a', 'b'].flatMap((c) => [
    graphEdge(`${c}-2`, `${c}-1`),
    graphEdge(`${c}-3`, `${c}-2`),
  ]);
  const snapshot = graphSnapshot(
    ids.map((id) => graphTask(id)),
    edges,
  );
  const layout = laneLayout(visibleGraph(snapshot, wholeGraph));
  expect(crossings(middles(layout), edges)).toBe(0);
});
