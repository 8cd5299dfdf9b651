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

test('from near and far the names of the phases cover no task', async (t) => {
  const graph = await openedGraph(pages, t, longQueue());
  await graph.scene.focus();
  await graph.page.keyboard.press('0');
  const covered = () =>
    graph.page.evaluate(() => {
      const boxes = (selector) =>
        [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
      const top = document.querySelector('.scene').getBoundingClientRect().top;
      // The one at the upper edge stays in view by lying over its lane.
      const names = boxes('.heading[visibility=visible] rect').filter(({ y }) => y > top + 6);
      const over = (a, b) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      const tasks = boxes('.scene .node .card');
      return { names: names.length, over: names.filter((a) => tasks.some((b) => over(a, b))) };
    });
  for (let step = 0; step < 8; step++) {
    const { names, over } = await covered();
    assert.deepEqual(over, [], `${step} steps nearer than all`);
    if (step === 0) {
      assert.equal(names, 8);
      await graph.screenshot('graph-from-afar');
    }
    await graph.page.keyboard.press('+');
  }
});
