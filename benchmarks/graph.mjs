// The layout of the dependency graph against the engines that could have made it, on the same graphs in the same run.
import dagre from '@dagrejs/dagre';
import ELK from 'elkjs/lib/elk.bundled.js';
import { bundled } from './core.mjs';
import { measure, ms, ratio, table } from './measure.mjs';

const view = await bundled({
  '../graphview/visibleGraph': 'visibleGraph, wholeGraph',
  '../graphview/defaultFolds': 'defaultFolds',
  '../graphview/laneLayout': 'laneLayout',
  '../graphview/elkGraph': 'toElkGraph',
  '../graphview/toSvg': 'toSvg',
  '../graphview/nodeText': 'nodeText, nodeSizes',
  '../../../test/support/graphSnapshots': 'inventedGraph',
  '../../../test/support/crossings': 'crossings',
  '../../../test/support/graphvizPlaces': 'dotPlaces',
});

const middles = (boxes) =>
  new Map(
    boxes.map(({ key, x, y, width, height }) => [key, { x: x + width / 2, y: y + height / 2 }]),
  );

/** dagre knows no lanes in this use: flat, from left to right. */
function runDagre(visible) {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of visible.nodes) {
    graph.setNode(node.key, { width: view.nodeText(node).width, height: view.nodeSizes.height });
  }
  for (const { from, to } of visible.edges) graph.setEdge(to, from);
  dagre.layout(graph);
  return new Map(visible.nodes.map(({ key }) => [key, graph.node(key)]));
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** As the page asks for it, in the words of `toElkGraph`; careful options take longer. */
async function runElk(visible) {
  const elk = new ELK();
  const graph = structuredClone(view.toElkGraph(visible));
  const answer = await elk.layout(graph);
  const boxes = answer.children.flatMap(({ children }) =>
    children.map((box) => ({ ...box, key: visible.nodes[Number(box.id.slice(1))].key })),
  );
  return middles(boxes);
}

/** Lane layout, elkjs `layered` and dagre: times of the better of two runs, as ratios; crossings with dot's as the measure. */
export async function graphLayouts() {
  const rows = [];
  for (const count of [100, 300, 1_000]) {
    const snapshot = view.inventedGraph(count);
    const visible = view.visibleGraph(snapshot, view.wholeGraph);
    const layout = view.laneLayout(visible);
    const own = measure(
      { run: () => view.laneLayout(visible) },
      { rounds: 10, leastMs: 1_000 },
    ).run;
    const again = measure(
      { run: () => view.laneLayout(visible, layout) },
      { rounds: 10, leastMs: 500 },
    ).run;
    const places = {};
    const slow = { elk: Infinity, dagre: Infinity, dot: Infinity };
    for (let round = 0; round < 2; round++) {
      slow.elk = Math.min(slow.elk, await timed(async () => (places.elk = await runElk(visible))));
      slow.dagre = Math.min(slow.dagre, await timed(() => (places.dagre = runDagre(visible))));
      slow.dot = Math.min(
        slow.dot,
        await timed(async () => (places.dot = await view.dotPlaces(snapshot))),
      );
    }
    const crossed = [middles(layout.nodes), places.elk, places.dagre, places.dot].map((at) =>
      view.crossings(at, snapshot.edges),
    );
    rows.push([
      count,
      ...[own, again, slow.elk, slow.dagre, slow.dot].map(ms),
      ratio(own, slow.elk),
      ratio(own, slow.dagre),
      crossed.join(' / '),
      `${(crossed[0] / crossed[3]).toFixed(2)}x`,
    ]);
  }
  console.log('\n## The layout of the graph (ms; ratios of this run)\n');
  console.log(
    table(
      [
        'tasks',
        'lanes',
        'lanes, kept',
        'elkjs',
        'dagre',
        'dot',
        'elkjs / lanes',
        'dagre / lanes',
        'crossings: lanes / elkjs / dagre / dot',
        'lanes / dot',
      ],
      rows,
    ),
  );
}

/** From the snapshot to a picture: what to show, where, and as a file. */
export function graphPictures() {
  const rows = [300, 1_000, 10_000].map((count) => {
    const snapshot = view.inventedGraph(count);
    const folded = view.defaultFolds(snapshot);
    const look = { ...view.wholeGraph, folded };
    const visible = view.visibleGraph(snapshot, look);
    const layout = view.laneLayout(visible);
    const t = measure(
      {
        visible: () => view.visibleGraph(snapshot, look),
        layout: () => view.laneLayout(visible),
        svg: () => view.toSvg(visible, layout, { theme: 'light' }),
      },
      { rounds: 5, leastMs: 1_000 },
    );
    return [count, visible.nodes.length, ...[t.visible, t.layout, t.svg].map(ms)];
  });
  console.log('\n## From the snapshot to a picture, folded as at the start (ms)\n');
  console.log(table(['tasks', 'nodes', 'what to show', 'layout', 'SVG file'], rows));
}
