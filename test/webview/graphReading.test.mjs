// Reading: query and completion, the table, focus.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { believableGraph, graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages } from './support/graphPage.mjs';
import { harbour } from './support/harbour.mjs';
import { openedGraph } from './support/openedGraph.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const opened = (t, snapshot = harbour(), options = {}) => openedGraph(pages, t, snapshot, options);

test('a query dims what it does not find, or hides it, says how many and what it means', async (t) => {
  const graph = await opened(t);
  await graph.page.locator('#query').fill('model:opus status:open');
  assert.equal(await graph.page.locator('.node.is-dimmed').count(), 3);
  await graph.page.locator('.find .count', { hasText: '2 of 5' }).waitFor();
  assert.match(await graph.page.locator('#query-meaning').innerText(), /Shows tasks where/);
  await graph.screenshot('graph-query');
  await graph.page.getByRole('button', { name: 'Hide others' }).click();
  assert.equal(await graph.page.locator('.scene .node').count(), 2);
  await graph.page.locator('.notice', { hasText: '3 hidden by filter' }).waitFor();
  await graph.post({ kind: 'reveal', key: 't:b-1', isWanted: false });
  await graph.page.locator('.obstacles', { hasText: 'Hidden by the filter' }).waitFor();
  await graph.page.getByRole('button', { name: 'Clear the filter' }).click();
  assert.equal(await graph.page.locator('.scene .node').count(), 5);
});

test('typing a query moves nothing in the picture, nor does a long explanation', async (t) => {
  const graph = await opened(t);
  const place = () => graph.node('a-3').boundingBox();
  const before = await place();
  for (const query of ['m', 'model:opus', 'status:redy', `${'status:open or '.repeat(12)}a-3`]) {
    await graph.page.locator('#query').fill(query);
    await graph.page.locator('#query-meaning').waitFor();
    assert.deepEqual(await place(), before, query);
  }
});

test('completion offers fields and values with how many tasks they find', async (t) => {
  const graph = await opened(t);
  await graph.page.locator('#query').pressSequentially('mod');
  await graph.page.locator('#offer-0', { hasText: 'model:' }).waitFor();
  await graph.page.keyboard.press('Tab');
  await graph.page.locator('#offer-0', { hasText: 'opus' }).waitFor();
  await graph.screenshot('graph-completion');
  await graph.page.keyboard.press('Tab');
  assert.equal(await graph.page.locator('#query').inputValue(), 'model:opus ');
});

test('a query that is wrong says what is wrong and what would be right', async (t) => {
  const graph = await opened(t);
  await graph.page.locator('#query').fill('status:redy');
  await graph.page
    .locator('.meaning.is-wrong', { hasText: 'ready' })
    .waitFor({ state: 'attached' });
});

test('selectors find a task and its neighbours', async (t) => {
  const graph = await opened(t);
  await graph.page.locator('#query').fill('a-2+');
  await graph.page.locator('.find .count', { hasText: '2 of 5' }).waitFor();
});

test('the table shows the same tasks, sorts, and is walked by keyboard', async (t) => {
  const graph = await opened(t);
  await graph.page.getByRole('tab', { name: 'Table' }).click();
  const ids = () => graph.page.locator('td.column-id').allInnerTexts();
  assert.deepEqual(await ids(), ['a-1', 'a-2', 'a-3', 'b-1', 'b-2']);
  await graph.page.getByRole('button', { name: 'Blocks' }).click();
  await graph.page.getByRole('button', { name: /Blocks/ }).click();
  assert.deepEqual((await ids()).slice(0, 2), ['a-1', 'a-2']);
  assert.equal(
    await graph.page.locator('th.column-blocks').getAttribute('aria-sort'),
    'descending',
  );
  await graph.page.locator('tr[tabindex="0"]').focus();
  await graph.page.keyboard.press('ArrowDown');
  await graph.page.keyboard.press('Enter');
  assert.deepEqual(
    (await graph.sent('openTask')).map(({ key }) => key),
    ['t:a-2'],
  );
  assert.equal(
    await graph.page.locator('tr[aria-selected="true"] td.column-id').innerText(),
    'a-2',
  );
  await graph.page.locator('#query').fill('b-');
  assert.equal(await graph.page.locator('tr.is-dimmed').count(), 3);
});

test('a table of ten thousand rows holds only those in view', async (t) => {
  const graph = await opened(t, believableGraph(10_000));
  await graph.page
    .getByRole('button', { name: /Unfold|Fold/ })
    .first()
    .waitFor();
  await graph.page.getByRole('tab', { name: 'Table' }).click();
  assert.ok((await graph.page.locator('tbody tr').count()) < 120);
  await graph.page.locator('tr[tabindex="0"]').focus();
  await graph.page.keyboard.press('End');
  await graph.page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-rowindex') === '10001',
  );
});

test('focus can be widened step by step', async (t) => {
  const chain = [1, 2, 3, 4, 5, 6].map((n) => graphTask(`c-${n}`));
  const graph = await opened(
    t,
    graphOf(
      chain,
      [2, 3, 4, 5, 6].map((n) => graphEdge(`c-${n}`, `c-${n - 1}`)),
    ),
  );
  await graph.post({ kind: 'reveal', key: 't:c-4', isWanted: false });
  await graph.scene.focus();
  await graph.page.keyboard.press('x');
  assert.equal(await graph.page.locator('.scene .node').count(), 5);
  await graph.page.getByRole('button', { name: 'One more up' }).click();
  assert.equal(await graph.page.locator('.scene .node').count(), 6);
  await graph.page.getByRole('button', { name: 'One less down' }).click();
  assert.equal(await graph.page.locator('.scene .node').count(), 5);
});
