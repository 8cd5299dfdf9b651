// Where the graph's page looks when it opens for the first time.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages } from './support/graphPage.mjs';
import { openedGraph } from './support/openedGraph.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

/** Eight phases of twelve tasks each; five are done, in the sixth somebody works. */
function longQueue(parts) {
  const tasks = Array.from({ length: 96 }, (_, at) => {
    const phase = Math.floor(at / 12) + 1;
    const status =
      phase < 6 || (phase === 6 && at % 12 < 3)
        ? 'complete'
        : phase === 6 && at % 12 === 3
          ? 'in-progress'
          : 'pending';
    return graphTask(`p${phase}-${(at % 12) + 1}`, { lane: `lane:${phase}`, status });
  });
  const edges = tasks
    .filter((_, at) => at % 4 !== 0)
    .map(({ id }) =>
      graphEdge(
        id,
        id.replace(/\d+$/, (n) => `${Number(n) - 1}`),
      ),
    );
  return graphOf(tasks, edges, parts);
}

const transformOf = (graph) =>
  graph.page.locator('.scene .world').evaluate((world) => world.getAttribute('transform'));

test('a long graph opens where somebody works, at a scale to read, and stays there', async (t) => {
  const graph = await openedGraph(pages, t, longQueue());
  await graph.screenshot('graph-first-look');
  const stage = await graph.scene.boundingBox();
  const node = await graph.node('p6-4').boundingBox();
  assert.ok(node.y >= stage.y && node.y + node.height <= stage.y + stage.height);
  assert.ok(node.x >= stage.x && node.x + node.width <= stage.x + stage.width);
  const first = await transformOf(graph);
  assert.ok(Number(/scale\(([\d.]+)\)/.exec(first)[1]) >= 0.9);
  await graph.show({ ...longQueue(), revision: 2 });
  assert.equal(await transformOf(graph), first);
});
