// The graph page alone: what it draws, and that it moves nothing without need.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { believableGraph, graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages, themes } from './support/graphPage.mjs';
import { smallGraph as small } from './support/harbour.mjs';
import { openedGraph } from './support/openedGraph.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const opened = (t, snapshot, options = {}) => openedGraph(pages, t, snapshot, options);

test('every task has its shape, its id and its status in words, in the lane of its phase', async (t) => {
  const graph = await opened(t, small());
  assert.equal(await graph.page.locator('.scene .node').count(), 4);
  assert.equal(await graph.page.locator('.scene .edge').count(), 2);
  assert.match(await graph.node('a-2').textContent(), /a-2.*in progress/s);
  assert.match(await graph.node('b-1').textContent(), /b-1.*ready/s);
  const shapes = await graph.page
    .locator('.node .outline')
    .evaluateAll((paths) => new Set(paths.map((path) => path.getAttribute('d'))).size);
  assert.ok(shapes >= 2);
  assert.deepEqual(await graph.page.locator('.heading .title').allTextContents(), [
    'Phase 1',
    'Phase 2',
  ]);
  await graph.screenshot('graph-small');
});

test('a status that nobody can read is not drawn as cancelled, and can be seen in every theme', async (t) => {
  const statuses = ['unknown', 'cancelled', 'blocked', 'pending', 'in-progress', 'failed'];
  for (const theme of Object.keys(themes)) {
    const tasks = statuses.map((status) => graphTask(`a-${status}`, { status }));
    const graph = await opened(t, graphOf(tasks), { theme });
    const lookOf = (status) =>
      graph.node(`a-${status}`).evaluate((node) => {
        const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
        const ink = pen.getContext('2d');
        const luminance = (...layers) => {
          for (const layer of layers) {
            ink.fillStyle = layer;
            ink.fillRect(0, 0, 1, 1);
          }
          const [red, green, blue] = [...ink.getImageData(0, 0, 1, 1).data].map((part) =>
            part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const stroke = getComputedStyle(node.querySelector('.outline')).stroke;
        const back = getComputedStyle(node.querySelector('.card')).fill;
        const both = [luminance(back), luminance(back, stroke)].sort((a, b) => a - b);
        const head = getComputedStyle(node.querySelector('.head'));
        return {
          stroke,
          contrast: (both[1] + 0.05) / (both[0] + 0.05),
          isStruck: head.textDecorationLine === 'line-through',
        };
      });
    const [unknown, ...others] = await Promise.all(statuses.map(lookOf));
    assert.ok(unknown.contrast >= 3, `${theme}: ${unknown.contrast}`);
    assert.equal(unknown.isStruck, false);
    assert.equal(others[0].isStruck, true);
    for (const { stroke } of others) assert.notEqual(stroke, unknown.stroke, theme);
    await graph.screenshot(`graph-unknown-${theme}`);
  }
});

test('a change of one status touches that node and no other', async (t) => {
  const snapshot = believableGraph(200);
  const graph = await opened(t, snapshot);
  await graph.page.evaluate(() => {
    window.touched = [];
    const watcher = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const node = element?.closest('.node');
        window.touched.push(node ? node.dataset.key : (element?.className?.baseVal ?? 'elsewhere'));
      }
    });
    watcher.observe(document.querySelector('.scene'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const victim = snapshot.tasks.find(({ status, ready }) => status === 'pending' && !ready);
  const tasks = snapshot.tasks.map((task) =>
    task === victim ? { ...task, status: 'in-progress' } : task,
  );
  await graph.show({ ...snapshot, revision: 2, tasks });
  const touched = await graph.page.evaluate(() => window.touched);
  assert.ok(touched.length > 0);
  assert.deepEqual([...new Set(touched)], [victim.key]);
});

test('nodes keep their places when a task is added', async (t) => {
  const snapshot = small();
  const graph = await opened(t, snapshot);
  const place = (id) => graph.node(id).getAttribute('transform');
  const before = await Promise.all(['a-1', 'a-2', 'a-3', 'b-1'].map(place));
  await graph.show(
    graphOf([...snapshot.tasks, graphTask('a-4')], [...snapshot.edges, graphEdge('a-4', 'a-1')], {
      revision: 2,
    }),
  );
  await graph.node('a-4').waitFor();
  assert.deepEqual(
    (await Promise.all(['a-1', 'a-2', 'a-3'].map(place))).map((at) => at.split(' ')[0]),
    before.slice(0, 3).map((at) => at.split(' ')[0]),
  );
});

test('a cycle is drawn as a ring with its cheapest cut, which can be taken', async (t) => {
  const ring = ['a-1', 'a-2', 'a-3'];
  const edges = ring.map((id, n) => graphEdge(id, ring[(n + 1) % 3], { isInCycle: true }));
  const cycles = [{ ring: ring.map((id) => `t:${id}`), cut: { from: 't:a-2', to: 't:a-3' } }];
  const graph = await opened(
    t,
    graphOf(
      ring.map((id) => graphTask(id)),
      edges,
      { cycles },
    ),
  );
  assert.equal(await graph.page.locator('.edge.is-cycle').count(), 3);
  assert.equal(await graph.page.locator('.cut').count(), 1);
  await graph.screenshot('graph-cycle');
  await graph.page.getByRole('button', { name: /Cut a-2 → a-3/ }).click();
  assert.deepEqual(
    (await graph.sent('edit')).map(({ edit }) => edit),
    [{ kind: 'removeDependency', from: 't:a-2', to: 't:a-3' }],
  );
});

test('thousands of tasks: folded phases, only what is in view is drawn', async (t) => {
  const graph = await opened(t, believableGraph(10_000));
  assert.ok((await graph.page.locator('.scene .node').count()) <= 320);
  await graph.screenshot('graph-10000');
});

test('a thousand unfolded: only what is in view is drawn, and it follows the view', async (t) => {
  const graph = await opened(t, believableGraph(1_000));
  await graph.page.getByRole('button', { name: 'Unfold all' }).first().click();
  const drawn = () =>
    graph.page
      .locator('.scene .node')
      .evaluateAll((nodes) => nodes.map((node) => node.dataset.key));
  const first = await drawn();
  assert.ok(first.length > 20 && first.length < 600, String(first.length));
  const box = await graph.scene.boundingBox();
  await graph.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let n = 0; n < 12; n++) await graph.page.mouse.wheel(0, 900);
  await graph.page.waitForFunction(
    (key) =>
      ![...document.querySelectorAll('.scene .node')].some((node) => node.dataset.key === key),
    first[0],
  );
  await graph.screenshot('graph-1000-unfolded');
});

test('the state comes back: tab, folds, query, place', async (t) => {
  const first = await opened(t, small());
  await first.page.locator('.heading', { hasText: 'Phase 1' }).click();
  await first.page.locator('#query').fill('status:ready');
  await first.page.getByRole('tab', { name: 'Table' }).click();
  await first.page.waitForFunction(
    () => window.kept?.tab === 'table' && window.kept.query === 'status:ready',
  );
  const kept = await first.page.evaluate(() => window.kept);
  assert.deepEqual(kept.folded, ['lane:1']);
  const second = await opened(t, small(), { kept });
  assert.equal(await second.page.locator('#query').inputValue(), 'status:ready');
  assert.equal(
    await second.page.getByRole('tab', { name: 'Table' }).getAttribute('aria-selected'),
    'true',
  );
  await second.page.getByRole('tab', { name: 'Graph' }).click();
  assert.equal(await second.page.locator('.node.is-fold').count(), 1);
});
