// Why the page does not show a task: beside the task, beside the counts, for the eye, the keyboard and the screen reader.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations } from './support/axe.mjs';
import { graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages, themes } from './support/graphPage.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const queue = () =>
  graphOf(
    [
      graphTask('a-1', { status: 'complete', model: 'opus' }),
      graphTask('a-2', { status: 'in-progress', model: 'opus', blocks: 1 }),
      graphTask('a-3', { waitsFor: 1, notReady: ['It waits for a-2.'], model: 'haiku' }),
      graphTask('b-1', { lane: 'lane:2', ready: true, model: 'opus' }),
      graphTask('b-2', { lane: 'lane:2', status: 'blocked' }),
    ],
    [graphEdge('a-2', 'a-1', { fulfilment: 'met' }), graphEdge('a-3', 'a-2')],
  );

/** A page on this queue with a query in its field; checks in the end that nothing went wrong in it. */
async function asked(t, query, options = {}) {
  const graph = await pages.open(options);
  t.after(async () => {
    assert.deepEqual(await graph.errors(), []);
    assert.deepEqual(await graph.violations(), []);
    await graph.close();
  });
  await graph.show(queue());
  await graph.page.locator('#query').fill(query);
  await graph.page.locator('.find .count', { hasText: 'of 5' }).waitFor();
  return graph;
}

const obstacles = (graph) => graph.page.getByRole('region', { name: 'Why it is not shown' });
const button = (graph, name) => graph.page.getByRole('button', { name, exact: true });
const query = (graph) => graph.page.locator('#query').inputValue();
const hideOthers = (graph) => button(graph, 'Hide others').click();
const spoken = (graph, words) =>
  graph.page.waitForFunction(
    (wanted) => document.querySelector('.live').textContent.includes(wanted),
    words,
  );

test('a dimmed task says which part of the query it fails and what it has instead; without that part it is found', async (t) => {
  const graph = await asked(t, 'status:ready model:opus');
  await graph.node('a-2').click();
  const block = obstacles(graph);
  await block.waitFor();
  assert.match(
    await block.innerText(),
    /^Dimmed by the filter: it cannot start now \(it is in-progress\)\./,
  );
  await graph.screenshot('graph-why-dimmed');
  await button(graph, 'Drop status:ready').click();
  assert.equal(await query(graph), 'model:opus');
  await block.waitFor({ state: 'detached' });
  await graph.page.locator('.find .count', { hasText: '3 of 5' }).waitFor();
});

test('a task that is found has nothing to explain', async (t) => {
  const graph = await asked(t, 'status:ready');
  await graph.node('b-1').click();
  await graph.page.locator('.details').waitFor();
  assert.equal(await obstacles(graph).count(), 0);
  assert.equal(await graph.page.locator('summary').count(), 0);
});

test('a jump to a hidden task says why it is hidden, aloud too, and the filter can be cleared', async (t) => {
  const graph = await asked(t, 'status:ready model:opus');
  await hideOthers(graph);
  await graph.post({ kind: 'reveal', key: 't:a-3', isWanted: true });
  await obstacles(graph).waitFor();
  assert.match(
    await obstacles(graph).innerText(),
    /^Hidden by the filter: it cannot start now \(it waits for a-2\); the model does not contain "opus" \(it is haiku\)\./,
  );
  await spoken(graph, '`a-3` is not shown: it cannot start now');
  assert.equal(await graph.page.getByRole('button', { name: /^Drop / }).count(), 0);
  await graph.screenshot('graph-why-hidden');
  await button(graph, 'Clear the filter').click();
  assert.equal(await query(graph), '');
  assert.match(await graph.active(), /^a-3, pending/);
  assert.equal(await obstacles(graph).count(), 0);
});

test('where the cursor in the text stands in a hidden task, the page says why beside it and nothing aloud', async (t) => {
  const graph = await asked(t, 'status:ready');
  await hideOthers(graph);
  await graph.post({ kind: 'reveal', key: 't:a-1', isWanted: false });
  await obstacles(graph).waitFor();
  await graph.post({ kind: 'reveal', key: 't:b-1', isWanted: true });
  await spoken(graph, 'b-1, ready');
  assert.equal(await graph.page.locator('.notice.is-news').count(), 0);
});

test('the counts say what each part of the query keeps away, and how many would be found without it', async (t) => {
  const graph = await asked(t, 'status:ready model:opus');
  await hideOthers(graph);
  await graph.page.locator('.notice', { hasText: '4 hidden by filter' }).waitFor();
  await graph.page.getByText('Why', { exact: true }).click();
  const rows = graph.page.locator('.notice li');
  assert.deepEqual(
    (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    [
      '4 tasks: it cannot start now Drop status:ready: 3 found',
      '2 tasks: the model does not contain "opus" Drop model:opus: 1 found',
    ],
  );
  await graph.screenshot('graph-why-counts');
  await button(graph, 'Drop status:ready: 3 found').click();
  assert.equal(await query(graph), 'model:opus');
  assert.equal(await graph.page.evaluate(() => document.activeElement.id), 'query');
});

test('nothing found says why at once, with the parts that can be left out', async (t) => {
  const graph = await asked(t, 'status:ready model:haiku');
  const notice = graph.page.locator('.notice', { hasText: 'Nothing is found' });
  await notice.waitFor();
  assert.match(
    await notice.innerText(),
    /4 tasks: it cannot start now\s+Drop status:ready: 1 found/,
  );
  await graph.screenshot('graph-why-nothing');
  await graph.page.locator('#query').fill('"no such words"');
  await button(graph, 'Clear "no such words": 5 found').click();
  assert.equal(await query(graph), '');
  assert.equal(await notice.count(), 0);
});

test('a task outside of the focus names the focus and not the filter, when only the focus hides it', async (t) => {
  const graph = await asked(t, 'status:open');
  await graph.node('a-3').click();
  await graph.page.keyboard.press('x');
  await graph.post({ kind: 'reveal', key: 't:b-1', isWanted: true });
  await obstacles(graph).waitFor();
  assert.match(
    await obstacles(graph).innerText(),
    /^Outside of the focus: not within 2 up and 2 down of a-3\./,
  );
  await spoken(graph, 'b-1 is outside of the focus');
  await obstacles(graph).getByRole('button', { name: 'Show all' }).click();
  assert.match(await graph.active(), /^b-1/);
});

test('a task that filter and focus hide says both; Escape takes away one after the other', async (t) => {
  const graph = await asked(t, 'model:haiku');
  await hideOthers(graph);
  await graph.node('a-3').click();
  await graph.page.keyboard.press('x');
  await graph.post({ kind: 'reveal', key: 't:b-1', isWanted: true });
  const block = obstacles(graph);
  await block.waitFor();
  assert.match(
    await block.innerText(),
    /Hidden by the filter: the model does not contain "haiku" \(it is opus\)\..*Outside of the focus:/s,
  );
  await graph.page.keyboard.press('Escape');
  await graph.page.waitForFunction(() => document.querySelector('#query').value === '');
  assert.match(await block.innerText(), /^Outside of the focus:/);
  await graph.page.keyboard.press('Escape');
  await block.waitFor({ state: 'detached' });
});

test('a row of a folded phase is explained in the picture, not in the table', async (t) => {
  const graph = await asked(t, 'status:open');
  await graph.page.locator('.heading', { hasText: 'Phase 2' }).click();
  await graph.page.getByRole('tab', { name: 'Table' }).click();
  await graph.page.locator('[data-row="t:b-1"]').click();
  assert.equal(await obstacles(graph).count(), 0);
  await graph.page.getByRole('tab', { name: 'Graph' }).click();
  assert.match(await obstacles(graph).innerText(), /^Folded away in Phase 2\./);
  await button(graph, 'Unfold').click();
  assert.match(await graph.active(), /^b-1/);
});

test('screen readers hear that a task is not found, in picture and table', async (t) => {
  const graph = await asked(t, 'status:ready');
  await graph.scene.focus();
  await graph.page.keyboard.press('Home');
  assert.match(await graph.active(), /^a-1, complete.*, not found$/);
  await graph.page.getByRole('tab', { name: 'Table' }).click();
  await graph.page.getByRole('row', { name: /^a-2 , not found/ }).waitFor();
  await graph.page.getByRole('row', { name: /^b-1 Work on b-1/ }).waitFor();
});

test('by keyboard alone: from the picture to the way out, and back', async (t) => {
  const graph = await asked(t, 'status:ready model:opus');
  const { keyboard } = graph.page;
  await graph.scene.focus();
  await keyboard.press('Home');
  const focusedText = () => graph.page.evaluate(() => document.activeElement.textContent.trim());
  for (let n = 0; n < 6 && !(await focusedText()).startsWith('Drop'); n++)
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  assert.equal(await query(graph), 'model:opus');
  assert.equal(
    await graph.page.evaluate(() => document.activeElement.classList.contains('scene')),
    true,
  );
});

for (const theme of Object.keys(themes)) {
  test(`axe finds nothing in the explanations, theme ${theme}`, async (t) => {
    const graph = await asked(t, 'status:ready model:opus', { theme });
    await graph.node('a-3').click();
    await obstacles(graph).waitFor();
    assert.deepEqual(await axeViolations(graph.page), [], 'dimmed');
    await graph.screenshot(`graph-why-${theme}`);
    await graph.page.locator('#query').fill('status:redy');
    await graph.page.locator('.meaning.is-wrong', { hasText: 'Did you mean' }).waitFor();
    assert.deepEqual(await axeViolations(graph.page), [], 'wrong');
    await graph.screenshot(`graph-wrong-${theme}`);
    await graph.page.locator('#query').fill('status:failed model:opus');
    await graph.page.locator('.notice', { hasText: 'Nothing is found' }).waitFor();
    await graph.scene.focus();
    assert.deepEqual(await axeViolations(graph.page), [], 'nothing found');
    await graph.screenshot(`graph-why-nothing-${theme}`);
    await graph.page.getByRole('tab', { name: 'Table' }).click();
    assert.deepEqual(await axeViolations(graph.page), [], 'table');
    await graph.screenshot(`graph-why-table-${theme}`);
  });
}

test('in a narrow window nothing of it is cut off', async (t) => {
  const graph = await asked(t, 'status:ready model:"a very long name of a model that nobody has"', {
    viewport: { width: 420, height: 760 },
  });
  await graph.post({ kind: 'reveal', key: 't:a-3', isWanted: true });
  await obstacles(graph).waitFor();
  const isCut = await graph.page
    .locator('.obstacles button, .notice')
    .evaluateAll((all) => all.some((each) => each.getBoundingClientRect().right > innerWidth));
  assert.equal(isCut, false);
  await graph.screenshot('graph-why-narrow');
});
