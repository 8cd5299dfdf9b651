import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphLayout } from '../../server/src/graphview/graphLayout';
import { laneLayout } from '../../server/src/graphview/laneLayout';
import { visibleGraph, wholeGraph } from '../../server/src/graphview/visibleGraph';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import type { StatusView } from '../../server/src/protocol/snapshot';
import { graphEdge, graphSnapshot, graphTask, inventedGraph } from '../support/graphSnapshots';
import { overlaps, strayLines } from '../support/layoutChecks';
import { checkProperty, patience } from '../support/properties';

const visible = (snapshot: GraphSnapshot, folded: readonly string[] = []) =>
  visibleGraph(snapshot, { ...wholeGraph, folded: new Set(folded) });
const layoutOf = (snapshot: GraphSnapshot, previous?: GraphLayout) =>
  laneLayout(visible(snapshot), previous);
const boxOf = (layout: GraphLayout, key: string) => {
  const box = layout.nodes.find((node) => node.key === key);
  if (box === undefined) throw new Error(`no box for ${key}`);
  return box;
};

/** Any graph of up to 30 tasks in up to 10 lanes: rings, parents, waiting for lanes, long and strange texts. */
const anyGraph = fc
  .record({
    tasks: fc.array(
      fc.record({
        lane: fc.nat(9),
        parent: fc.option(fc.nat(29), { freq: 4 }),
        title: fc.string({ unit: 'grapheme', maxLength: 60 }),
        id: fc.string({ maxLength: 40 }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    edges: fc.array(fc.tuple(fc.nat(29), fc.nat(39)), { maxLength: 60 }),
    folded: fc.subarray([...Array.from({ length: 10 }, (_, at) => `L${at}`), 't0', 't3']),
  })
  .map(({ tasks, edges, folded }) => {
    const made = tasks.map(({ lane, parent, title, id }, at) => {
      const above = parent === null || parent === at || parent >= tasks.length;
      const given = { key: `t${at}`, title, lane: `L${lane}` };
      return graphTask(id, above ? given : { ...given, parent: `t${parent}` });
    });
    const lines = edges.flatMap(([from, to]) => {
      if (from >= made.length || from === to) return [];
      const isLane = to >= 30 && made.some(({ lane }) => lane === `L${to - 30}`);
      if (isLane) return [graphEdge(`t${from}`, `L${to - 30}`, { kind: 'phase' })];
      return to < made.length ? [graphEdge(`t${from}`, `t${to}`)] : [];
    });
    return { snapshot: graphSnapshot(made, lines), folded };
  });

test('nothing overlaps, and no line runs through a node', patience, () => {
  checkProperty(
    'lane layout',
    300,
    fc.property(anyGraph, ({ snapshot, folded }) => {
      const graph = visible(snapshot, folded);
      const layout = laneLayout(graph);
      expect(overlaps(layout)).toEqual([]);
      expect(strayLines(layout, graph.edges)).toEqual([]);
      expect(layout.edges.filter(({ d }) => d === '')).toEqual([]);
      expect(JSON.stringify(layout)).not.toContain('null');
    }),
  );
});

test(
  'after any other picture nothing overlaps either, and doing it again changes nothing',
  patience,
  () => {
    checkProperty(
      'lane layout after another',
      200,
      fc.property(anyGraph, anyGraph, (one, other) => {
        const before = laneLayout(visible(one.snapshot, one.folded));
        const graph = visible(other.snapshot, other.folded);
        const layout = laneLayout(graph, before);
        expect(overlaps(layout)).toEqual([]);
        expect(strayLines(layout, graph.edges)).toEqual([]);
        expect(laneLayout(graph, before)).toEqual(layout);
      }),
    );
  },
);

test.each([40, 300, 1000])('%d tasks: the same picture each time, nothing overlaps', (count) => {
  const graph = visible(inventedGraph(count));
  const layout = laneLayout(graph);
  expect(laneLayout(visible(inventedGraph(count)))).toEqual(layout);
  expect(overlaps(layout)).toEqual([]);
});

test('what is waited for stands left of who waits, in the same phase', () => {
  const snapshot = inventedGraph(200);
  const layout = layoutOf(snapshot);
  const laneOf = new Map(snapshot.tasks.map(({ key, lane }) => [key, lane]));
  const within = snapshot.edges.filter(({ from, to }) => laneOf.get(from) === laneOf.get(to));
  expect(within.length).toBeGreaterThan(50);
  for (const { from, to } of within) {
    expect(boxOf(layout, to).column).toBeLessThan(boxOf(layout, from).column);
  }
});

test('a status moves nothing, with the picture before and without', () => {
  const before = inventedGraph(120);
  const states: readonly StatusView[] = ['complete', 'blocked', 'needs-validation', 'failed'];
  const tasks = before.tasks.map((task, at) => {
    return { ...task, status: states[at % states.length] ?? 'pending', ready: false };
  });
  const layout = layoutOf(before);
  expect(layoutOf({ ...before, tasks }, layout)).toEqual(layout);
  expect(layoutOf({ ...before, tasks })).toEqual(layout);
});

test('the picture of the same graph stays as it is', () => {
  const snapshot = inventedGraph(150);
  const layout = layoutOf(snapshot);
  expect(layoutOf(snapshot, layout)).toEqual(layout);
});

test('a new task leaves all others in their rows, levels and order', () => {
  const before = inventedGraph(120);
  const layout = layoutOf(before);
  const added = graphTask('new', { lane: 'Phase 3', title: 'Short' });
  const edges = [...before.edges, graphEdge('new', 'p3-2')];
  const after = layoutOf({ ...before, tasks: [...before.tasks, added], edges }, layout);
  const place = ({ band, level, row }: GraphLayout['nodes'][number]) => ({ band, level, row });
  expect(before.tasks.map(({ key }) => place(boxOf(after, key)))).toEqual(
    before.tasks.map(({ key }) => place(boxOf(layout, key))),
  );
  expect(boxOf(after, 'new')).toMatchObject({ band: 'Phase 3' });
  expect(boxOf(after, 'new').column).toBeGreaterThan(boxOf(after, 'p3-2').column);
});

test('a task that goes leaves the others in their order', () => {
  const before = inventedGraph(120);
  const layout = layoutOf(before);
  const tasks = before.tasks.filter(({ key }) => key !== 'p2-7');
  const after = layoutOf({ ...before, tasks }, layout);
  const order = ({ nodes }: GraphLayout, band: string) =>
    nodes
      .filter((node) => node.band === band && node.key !== 'p2-7')
      .sort((a, b) => a.level - b.level || a.row - b.row || a.column - b.column)
      .map(({ key }) => key);
  for (const { key } of layout.bands) expect(order(after, key)).toEqual(order(layout, key));
});

test('an id is never cut: its node is as wide as it takes', () => {
  const id = 'a-very-long-name-that-somebody-gave-to-a-single-task-of-the-queue-2026-02-13';
  const layout = layoutOf(graphSnapshot([graphTask(id), graphTask('b')]));
  expect(boxOf(layout, id).width).toBeGreaterThan(id.length * 7);
  expect(boxOf(layout, 'b').width).toBeLessThanOrEqual(300);
});

test('an empty graph is an empty picture', () => {
  expect(layoutOf(graphSnapshot([]))).toMatchObject({ bands: [], nodes: [], edges: [] });
});

test('many folded lanes are read in lines, in file order', () => {
  const tasks = Array.from({ length: 12 }, (_, at) => graphTask(`t${at}`, { lane: `L${at}` }));
  const edges = tasks.slice(1).map(({ key }, at) => graphEdge(key, `t${at}`));
  const folded = tasks.map(({ lane }) => lane);
  const { bands, nodes } = laneLayout(visible(graphSnapshot(tasks, edges), folded));
  expect(bands.map(({ title }) => title)).toEqual([undefined]);
  expect(nodes.map(({ row, column }) => `${row}.${column}`)).toEqual([
    ...['0.0', '0.1', '0.2', '1.0', '1.1', '1.2'],
    ...['2.0', '2.1', '2.2', '3.0', '3.1', '3.2'],
  ]);
});
