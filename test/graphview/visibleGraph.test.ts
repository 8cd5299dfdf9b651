import { expect, test } from 'vitest';
import type { GraphLook } from '../../server/src/graphview/visible';
import { visibleGraph, wholeGraph } from '../../server/src/graphview/visibleGraph';
import { graphEdge, graphSnapshot, graphTask, inventedGraph } from '../support/graphSnapshots';

const look = (given: Partial<GraphLook>): GraphLook => ({ ...wholeGraph, ...given });
const keys = (graph: { readonly nodes: readonly { readonly key: string }[] }): readonly string[] =>
  graph.nodes.map(({ key }) => key);

/** Two phases: a-1 ← a-2 in the first, b-1 and b-2 below manager b in the second, b-1 waits for both of the first. */
const two = graphSnapshot(
  [
    graphTask('a-1', { status: 'complete' }),
    graphTask('a-2', { status: 'in-progress', blocks: 2, waitsFor: 0 }),
    graphTask('b', { lane: 'Phase 2', isManager: true }),
    graphTask('b-1', { lane: 'Phase 2', parent: 'b', waitsFor: 1 }),
    graphTask('b-2', { lane: 'Phase 2', parent: 'b', ready: true }),
  ],
  [
    graphEdge('a-2', 'a-1', { fulfilment: 'met' }),
    graphEdge('b-1', 'a-1', { fulfilment: 'met' }),
    graphEdge('b-1', 'a-2', { isCritical: true }),
  ],
);

test('everything is shown, in file order, with its lane', () => {
  const graph = visibleGraph(two, wholeGraph);
  expect(graph.nodes.map(({ key, lane }) => `${lane} ${key}`)).toEqual([
    'Phase 1 a-1',
    'Phase 1 a-2',
    'Phase 2 b',
    'Phase 2 b-1',
    'Phase 2 b-2',
  ]);
  expect(graph.lanes.map(({ title, done, total }) => [title, done, total])).toEqual([
    ['Phase 1', 1, 2],
    ['Phase 2', 0, 3],
  ]);
  expect(graph.counts.remarks).toEqual([]);
});

test('a label says id, status, what it waits for and what it blocks, and last the title', () => {
  const tasks = [
    graphTask('p2-1', { status: 'in-progress', waitsFor: 2, blocks: 5, title: '' }),
    graphTask('p2-2', { ready: true, errors: 1, title: 'Read it' }),
  ];
  const { nodes } = visibleGraph(graphSnapshot(tasks), wholeGraph);
  expect(nodes.map(({ spoken }) => spoken)).toEqual([
    'p2-1, in progress, waits for 2, blocks 5',
    'p2-2, ready, 1 error: Read it',
  ]);
});

test('a folded lane is one node with what its tasks come to, and its edges are one line', () => {
  const graph = visibleGraph(two, look({ folded: new Set(['Phase 1']) }));
  expect(keys(graph)).toEqual(['Phase 1', 'b', 'b-1', 'b-2']);
  const [lane] = graph.nodes;
  expect(lane).toMatchObject({
    kind: 'lane',
    face: { name: 'in-progress' },
    spoken: 'Phase 1, folded, 2 tasks, 1 done, 1 in progress',
    rollUp: { members: ['a-1', 'a-2'], done: 1, total: 2, live: 1, troubled: 0 },
  });
  expect(graph.edges.find(({ to }) => to === 'Phase 1')).toMatchObject({
    from: 'b-1',
    count: 2,
    fulfilment: 'unmet',
    isCritical: true,
  });
  expect(graph.counts.remarks).toEqual(['2 folded away']);
  expect(graph.counts.listRemarks).toEqual([]);
});

test('a folded manager hides its children and takes their edges', () => {
  const graph = visibleGraph(two, look({ folded: new Set(['b']) }));
  expect(keys(graph)).toEqual(['a-1', 'a-2', 'b']);
  expect(graph.nodes[2]).toMatchObject({ kind: 'manager', rollUp: { total: 2, ready: 1 } });
  expect(graph.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    'a-2 > a-1',
    'b > a-1',
    'b > a-2',
  ]);
  expect(graph.nodeOf.get('b-2')).toBe('b');
});

test('folded tasks of which one says nothing that can be read are not called pending', () => {
  const tasks = [graphTask('a'), graphTask('b', { status: 'unknown' })];
  const graph = visibleGraph(graphSnapshot(tasks), look({ folded: new Set(['Phase 1']) }));
  expect(graph.nodes[0]).toMatchObject({ face: { name: 'unknown' } });
});

test('a worker without a sign of life is not live but in trouble', () => {
  const tasks = [
    graphTask('a', { status: 'in-progress' }),
    graphTask('b', { status: 'in-progress', noLifeSign: 'Nothing for 3 h.' }),
  ];
  const graph = visibleGraph(graphSnapshot(tasks), look({ folded: new Set(['Phase 1']) }));
  expect(graph.nodes[0]).toMatchObject({ rollUp: { live: 1, troubled: 1 } });
});

test('a filter dims what it does not find, or hides it and says how many', () => {
  const matches = new Set(['a-2', 'b-1']);
  const dimmed = visibleGraph(two, look({ matches }));
  expect(dimmed.nodes.filter(({ isDimmed }) => !isDimmed).map(({ key }) => key)).toEqual([
    ...matches,
  ]);
  expect(dimmed.counts).toMatchObject({ matched: 2, hiddenByFilter: 0, remarks: [] });
  const hidden = visibleGraph(two, look({ matches, showsOthers: 'hide' }));
  expect(keys(hidden)).toEqual([...matches]);
  expect(hidden.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual(['b-1 > a-2']);
  expect(hidden.counts.remarks).toEqual(['3 hidden by filter']);
});

test('the focus leaves everything else out', () => {
  const graph = visibleGraph(two, look({ focus: new Set(['a-2', 'gone']) }));
  expect(keys(graph)).toEqual(['a-2']);
  expect(graph.lanes.map(({ key }) => key)).toEqual(['Phase 1']);
  expect(graph.counts.remarks).toEqual(['4 outside of the focus']);
});

test('a phase that waits for a phase is one line from lane to lane', () => {
  const lane = 'Phase 2';
  const tasks = [graphTask('a'), ...['x', 'y', 'z'].map((id) => graphTask(id, { lane }))];
  const wait = (from: string) => graphEdge(from, 'Phase 1', { kind: 'phase' });
  const all = graphSnapshot(tasks, ['x', 'y', 'z'].map(wait));
  expect(visibleGraph(all, wholeGraph).edges).toMatchObject([
    { from: 'Phase 2', to: 'Phase 1', kind: 'phase', count: 3 },
  ]);
  const some = graphSnapshot(tasks, ['x', 'y'].map(wait));
  expect(visibleGraph(some, wholeGraph).edges.map(({ from }) => from)).toEqual(['x', 'y']);
  const folded = visibleGraph(all, look({ folded: new Set(['Phase 1', 'Phase 2']) }));
  expect(folded.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual(['Phase 2 > Phase 1']);
});

test('parents in a ring end the search for a folded one', () => {
  const tasks = [graphTask('a', { parent: 'b' }), graphTask('b', { parent: 'a' })];
  const graph = visibleGraph(graphSnapshot(tasks), look({ folded: new Set(['c']) }));
  expect(keys(graph)).toEqual(['a', 'b']);
});

test('the same input gives the same output', () => {
  const snapshot = inventedGraph(120);
  const given = look({ folded: new Set(['Phase 2']), matches: new Set(['p1-1', 'p3-4']) });
  expect(visibleGraph(snapshot, given)).toEqual(visibleGraph(structuredClone(snapshot), given));
});
