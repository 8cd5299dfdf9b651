// The same graph otherwise: Tidy, exports, history.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { believableGraph, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages } from './support/graphPage.mjs';
import { harbour } from './support/harbour.mjs';
import { openedGraph } from './support/openedGraph.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const opened = (t, snapshot = harbour(), options = {}) => openedGraph(pages, t, snapshot, options);

test('Tidy lays out in a worker, and goes back to the lanes', async (t) => {
  const graph = await opened(t, believableGraph(60));
  const places = () =>
    graph.page
      .locator('.node')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('transform')).join());
  const before = await places();
  await graph.page.getByRole('button', { name: /^Tidy/ }).click();
  await graph.page
    .locator('button[aria-label="Back to the lanes"], .notice.is-news')
    .first()
    .waitFor();
  assert.notEqual(await places(), before);
  await graph.screenshot('graph-tidy');
  await graph.page.getByRole('button', { name: 'Back to the lanes' }).click();
  await graph.page.getByRole('button', { name: /^Tidy/ }).waitFor();
  assert.equal(await places(), before);
});

test('Tidy refuses more than three hundred tasks and says what to do', async (t) => {
  const graph = await opened(t, believableGraph(1_000));
  await graph.page.getByRole('button', { name: 'Unfold all' }).first().click();
  await graph.page.getByRole('button', { name: /^Tidy/ }).click();
  await graph.page.locator('.notice', { hasText: '300 tasks at most' }).waitFor();
});

test('the waterfall says how many more are in no wave, and the table shows them all', async (t) => {
  const stuck = (n) => graphTask(`pier-${n}`, { waitsFor: 1, notReady: ['It waits for "crane".'] });
  const ready = graphTask('buoy-1', { ready: true, wave: 0 });
  const tasks = [ready, ...Array.from({ length: 73 }, (_, n) => stuck(n + 1))];
  const planned = [{ key: 't:buoy-1', slot: 0, start: 0, end: 1 }];
  const parts = { waves: [['t:buoy-1']], waterfall: planned };
  const graph = await opened(t, graphOf(tasks, [], parts));
  await graph.page.getByRole('tab', { name: 'Waterfall' }).click();
  assert.equal(await graph.page.getByRole('button', { name: /^pier-/ }).count(), 60);
  const more = graph.page.getByRole('button', { name: 'and 13 more' });
  await more.scrollIntoViewIfNeeded();
  await graph.screenshot('graph-waterfall-no-wave');
  await more.click();
  await graph.page.locator('[role="row"]', { hasText: 'pier-1' }).first().waitFor();
  await graph.page.getByRole('status').filter({ hasText: '73' }).first().waitFor();
  await graph.screenshot('graph-table-no-wave');
  assert.equal(await graph.page.locator('[role="row"]', { hasText: 'buoy-1' }).count(), 0);
});

test('every export is made, with the colours of the theme', async (t) => {
  const graph = await opened(t, harbour(), { theme: 'light' });
  const contents = {};
  for (const [name, format] of [
    ['SVG', 'svg'],
    ['PNG', 'png'],
    ['Web page', 'html'],
    ['Mermaid', 'mermaid'],
    ['Graphviz', 'dot'],
    ['JSON', 'json'],
  ]) {
    await graph.page.getByRole('button', { name: 'Export the graph' }).click();
    await graph.page.getByRole('menuitem', { name }).click();
    await graph.page.waitForFunction(
      (wanted) =>
        window.sent.some(({ kind, format: made }) => kind === 'export' && made === wanted),
      format,
    );
    contents[format] = (await graph.sent('export')).find(
      (message) => message.format === format,
    ).content;
  }
  for (const id of ['a-1', 'a-2', 'a-3', 'b-1', 'b-2'])
    for (const format of ['svg', 'html', 'mermaid', 'dot', 'json'])
      assert.ok(contents[format].includes(id), `${format} ${id}`);
  assert.match(contents.svg, /fill="#ffffff"/);
  assert.doesNotMatch(contents.svg, /var\(/);
  const png = Buffer.from(contents.png, 'base64');
  const [, width] = /<svg[^>]* width="(\d+)"/.exec(contents.svg);
  assert.equal(png.readUInt32BE(16), 2 * Number(width));
});

test('history: through the commits, with what each did', async (t) => {
  const graph = await opened(t);
  await graph.page.getByRole('tab', { name: 'History' }).click();
  assert.equal((await graph.sent('askHistory')).length, 1);
  const commits = [1, 2, 3].map((n) => ({
    commit: `${n}`.repeat(8),
    at: Date.UTC(2026, 10, n),
    subject: `Step ${n}`,
  }));
  await graph.post({ kind: 'history', commits });
  assert.equal((await graph.sent('askPast')).at(-1).commit, '33333333');
  const past = graphOf([graphTask('a-1', { status: 'complete' }), graphTask('a-9')], [], {
    revision: 1,
  });
  await graph.post({
    kind: 'past',
    commit: '33333333',
    snapshot: past,
    change: { added: ['t:a-9'], done: ['t:a-1'], lost: ['old-7'], reopened: [] },
  });
  await graph.page.getByText('1 lost').waitFor();
  assert.match(await graph.node('a-9').textContent(), /added/);
  await graph.screenshot('graph-history');
  await graph.page.getByRole('button', { name: 'Earlier commit' }).click();
  assert.equal((await graph.sent('askPast')).at(-1).commit, '22222222');
  await graph.scene.focus();
  await graph.page.keyboard.press('Home');
  await graph.page.keyboard.press('d');
  assert.equal(await graph.page.getByRole('dialog').count(), 0);
});

test('without commits the history says why', async (t) => {
  const graph = await opened(t);
  await graph.page.getByRole('tab', { name: 'History' }).click();
  await graph.post({ kind: 'history', commits: [], note: 'The queue is in no git repository.' });
  await graph.page.getByText('The queue is in no git repository.').waitFor();
});
