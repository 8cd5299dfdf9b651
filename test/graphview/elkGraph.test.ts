import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { fromElkGraph, toElkGraph, type ElkGraph } from '../../server/src/graphview/elkGraph';
import { laneLayout } from '../../server/src/graphview/laneLayout';
import { visibleGraph, wholeGraph } from '../../server/src/graphview/visibleGraph';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import { graphEdge, graphSnapshot, graphTask, inventedGraph } from '../support/graphSnapshots';
import { overlaps } from '../support/layoutChecks';

const visible = (snapshot: GraphSnapshot) => visibleGraph(snapshot, wholeGraph);

async function tidy(graph: ElkGraph): Promise<ElkGraph> {
  // ELK writes its answer into what it is given, and its types want to be allowed to.
  const answer: unknown = await new ELK().layout(structuredClone(graph) as never);
  return answer as ElkGraph;
}

test('what ELK tidies comes back as a layout without overlaps, with a line for every edge', async () => {
  const graph = visible(inventedGraph(60));
  const layout = fromElkGraph(graph, await tidy(toElkGraph(graph)));
  if (layout === undefined) throw new Error('no layout');
  expect(overlaps(layout)).toEqual([]);
  expect(layout.nodes.map(({ key }) => key)).toEqual(graph.nodes.map(({ key }) => key));
  const boxes = new Map(layout.nodes.map((box) => [box.key, box]));
  for (const [at, { points }] of layout.edges.entries()) {
    const edge = graph.edges[at];
    const [source, target] = [boxes.get(edge?.to ?? ''), boxes.get(edge?.from ?? '')];
    const [x, y] = points;
    const [endX, endY] = points.slice(-2);
    expect(x).toBeCloseTo((source?.x ?? 0) + (source?.width ?? 0), 0);
    expect(y).toBeGreaterThanOrEqual(source?.y ?? Infinity);
    expect(endX).toBeCloseTo(target?.x ?? 0, 0);
    expect(endY).toBeGreaterThanOrEqual(target?.y ?? Infinity);
  }
});

test('lines to whole lanes are tidied, too; hostile keys mean nothing', async () => {
  const tasks = [
    graphTask('x', { key: 'root' }),
    graphTask('y', { key: 'b0', lane: 'n0' }),
    graphTask('z', { key: 'e0"\n', lane: 'n0' }),
  ];
  const edges = [graphEdge('b0', 'Phase 1', { kind: 'phase' }), graphEdge('e0"\n', 'root')];
  const graph = visible(graphSnapshot(tasks, edges));
  const layout = fromElkGraph(graph, await tidy(toElkGraph(graph)));
  expect(layout?.edges.map(({ d }) => d.startsWith('M'))).toEqual([true, true]);
});

test('more than 150 nodes are tidied coarsely', () => {
  const options = (count: number) => toElkGraph(visible(inventedGraph(count))).layoutOptions ?? {};
  expect(options(150)).not.toHaveProperty(['elk.layered.thoroughness']);
  expect(options(151)).toHaveProperty(['elk.layered.thoroughness']);
});

test('an answer for another graph is none', async () => {
  const small = visible(inventedGraph(5));
  const answer = await tidy(toElkGraph(small));
  expect(fromElkGraph(visible(inventedGraph(6)), answer)).toBeUndefined();
  expect(fromElkGraph(small, { id: 'root' })).toBeUndefined();
});

test('the lane layout after Tidy starts anew', async () => {
  const graph = visible(inventedGraph(30));
  const tidied = fromElkGraph(graph, await tidy(toElkGraph(graph)));
  const layout = laneLayout(graph, tidied);
  expect(overlaps(layout)).toEqual([]);
  expect(layout).toEqual(laneLayout(graph));
});
