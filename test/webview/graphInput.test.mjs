// What the page makes of what it is sent: older pictures, malformed messages, hostile words, refusals.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages } from './support/graphPage.mjs';
import { smallGraph as small } from './support/harbour.mjs';
import { openedGraph } from './support/openedGraph.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const opened = (t, snapshot, options = {}) => openedGraph(pages, t, snapshot, options);

test('an older revision is dropped, one of another server is not', async (t) => {
  const graph = await opened(t, { ...small(), revision: 5 });
  await graph.show(graphOf([graphTask('old-1')], [], { revision: 4 }));
  assert.equal(await graph.node('old-1').count(), 0);
  await graph.show({ ...small(), revision: 5 }, { isStale: true });
  await graph.page.getByText('Out of date').waitFor();
  await graph.show(graphOf([graphTask('new-1')], [], { revision: 1 }));
  await graph.node('new-1').waitFor();
});

test('malformed messages are dropped whole', async (t) => {
  const graph = await opened(t, small());
  const good = small();
  const broken = [
    undefined,
    null,
    7,
    'snapshot',
    [],
    {},
    { kind: 'toString' },
    { kind: '__proto__' },
    { kind: 'hasOwnProperty' },
    { kind: 'snapshot' },
    { kind: 'snapshot', snapshot: { ...good, tasks: 'many' }, isStale: false, isTrusted: true },
    { kind: 'snapshot', snapshot: { ...good, revision: '9' }, isStale: false, isTrusted: true },
    {
      kind: 'snapshot',
      snapshot: { ...good, tasks: [{ ...good.tasks[0], status: 'asleep' }] },
      isStale: false,
      isTrusted: true,
    },
    {
      kind: 'snapshot',
      snapshot: { ...good, edges: [{ from: 1 }] },
      isStale: false,
      isTrusted: true,
    },
    { kind: 'reveal', key: 5 },
    { kind: 'refused' },
    { kind: 'queues', queues: [{}] },
    { kind: 'state', state: { version: 2 } },
    { kind: 'past', commit: 'x' },
    { kind: 'history', commits: {} },
  ];
  for (const message of broken) await graph.post(message);
  assert.equal(await graph.page.locator('.scene .node').count(), 4);
});

test('edges of tasks that are not there are not drawn, and break nothing', async (t) => {
  const graph = await opened(
    t,
    graphOf([graphTask('a-1')], [graphEdge('a-1', 'gone-1'), graphEdge('gone-2', 'a-1')]),
  );
  assert.equal(await graph.page.locator('.scene .node').count(), 1);
  assert.equal(await graph.page.locator('.scene .edge').count(), 0);
});

test('hostile titles stay text', async (t) => {
  const hostile =
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>${1+1}{{7*7}}\u202e\u0000';
  const tasks = ['a-1', 'a-2'].map((id) =>
    graphTask(id, {
      title: hostile,
      worker: hostile,
      model: hostile,
      notReady: [hostile],
      drift: hostile,
      lane: 'lane:1',
    }),
  );
  tasks.push(graphTask('"><svg onload=window.hacked=1>', { title: 'javascript:alert(1)' }));
  const snapshot = graphOf(tasks, [], { queueName: hostile });
  snapshot.lanes[0].title = hostile;
  const graph = await opened(t, snapshot);
  await graph.node('a-1').click();
  assert.match(await graph.page.locator('.details').innerText(), /<img src=x/);
  for (const tab of ['Table', 'Waterfall', 'Graph'])
    await graph.page.getByRole('tab', { name: tab }).click();
  assert.equal(await graph.page.locator('img, script:not([src]), iframe').count(), 0);
  assert.equal(await graph.page.evaluate(() => window.hacked), undefined);
  await graph.screenshot('graph-hostile');
});

test('a refusal is shown with its reason', async (t) => {
  const graph = await opened(t, small());
  await graph.post({ kind: 'refused', why: 'a-1 would wait for itself.' });
  await graph.page.locator('.notice', { hasText: 'a-1 would wait for itself.' }).waitFor();
  await graph.page.getByRole('button', { name: 'Dismiss' }).click();
  assert.equal(await graph.page.locator('.notice', { hasText: 'itself' }).count(), 0);
});
