// The graph by keyboard alone, and for screen readers: one tab stop, arrows along dependencies, spoken labels, axe.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations } from './support/axe.mjs';
import { believableGraph, graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages, themes } from './support/graphPage.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

/** A chain `a-1` ← `a-2` ← `a-3` with `b-1` beside it; the scene has the focus. */
async function focused(t, options) {
  const graph = await pages.open(options);
  t.after(() => graph.close());
  const tasks = [
    graphTask('a-1', { status: 'complete', blocks: 2 }),
    graphTask('a-2', { status: 'in-progress', blocks: 1 }),
    graphTask('a-3', { waitsFor: 1, notReady: ['It waits for a-2.'] }),
    graphTask('b-1', { lane: 'lane:2', ready: true }),
    graphTask('b-2', { lane: 'lane:2', status: 'needs-validation' }),
  ];
  const edges = [graphEdge('a-2', 'a-1', { fulfilment: 'met' }), graphEdge('a-3', 'a-2')];
  await graph.show(graphOf(tasks, edges));
  await graph.scene.focus();
  return graph;
}

test('arrows go along dependencies, Home and End to the ends; every step is spoken', async (t) => {
  const graph = await focused(t);
  const { keyboard } = graph.page;
  await keyboard.press('Home');
  assert.match(await graph.active(), /^a-1, complete/);
  await keyboard.press('ArrowRight');
  assert.match(await graph.active(), /^a-2, in progress/);
  await keyboard.press('ArrowRight');
  assert.equal(await graph.active(), 'a-3, pending, waits for 1: Work on a-3');
  await keyboard.press('ArrowLeft');
  assert.match(await graph.active(), /^a-2/);
  await keyboard.press('End');
  assert.match(await graph.active(), /^b-2/);
  await graph.page.waitForFunction(() =>
    document.querySelector('.live').textContent.startsWith('b-2'),
  );
  assert.equal((await graph.sent('selected')).at(-1).key, 't:b-2');
});

test('every task can be reached with the arrows alone', async (t) => {
  const graph = await pages.open();
  t.after(() => graph.close());
  const snapshot = believableGraph(30);
  await graph.show(snapshot);
  await graph.scene.focus();
  const seen = new Set();
  await graph.page.keyboard.press('Home');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'])
    for (const { id } of snapshot.tasks) {
      await graph.post({ kind: 'reveal', key: `t:${id}`, isWanted: false });
      await graph.page.keyboard.press(key);
      seen.add(await graph.active());
    }
  assert.equal(seen.size, snapshot.tasks.length);
});

test('the scene is one tab stop; Tab leaves it, Shift+Tab comes back', async (t) => {
  const graph = await focused(t);
  await graph.page.keyboard.press('Home');
  await graph.page.keyboard.press('Tab');
  assert.equal(await graph.page.evaluate(() => document.activeElement.closest('.scene')), null);
  await graph.page.keyboard.press('Shift+Tab');
  assert.equal(
    await graph.page.evaluate(() => document.activeElement.classList.contains('scene')),
    true,
  );
});

test('letters: fold, critical path, focus, open, help, find; Escape goes back one level', async (t) => {
  const graph = await focused(t);
  const { keyboard } = graph.page;
  await keyboard.press('Home');
  await keyboard.press('f');
  assert.equal(await graph.page.locator('.node.is-fold').count(), 1);
  await graph.post({ kind: 'reveal', key: 't:a-1', isWanted: false });
  await keyboard.press('f');
  assert.equal(await graph.page.locator('.node.is-fold').count(), 0);
  await keyboard.press('c');
  assert.match(await graph.scene.getAttribute('class'), /shows-critical/);
  await keyboard.press('Home');
  await keyboard.press('x');
  await graph.page.getByText('Focus on').waitFor();
  assert.equal(await graph.page.locator('.scene .node').count(), 3);
  await keyboard.press('Escape');
  assert.equal(await graph.page.locator('.scene .node').count(), 5);
  await keyboard.press('o');
  await keyboard.press('Control+Enter');
  assert.deepEqual(
    (await graph.sent('openTask')).map(({ key, toSide }) => [key, toSide]),
    [
      ['t:a-1', false],
      ['t:a-1', true],
    ],
  );
  await keyboard.press('?');
  await graph.page.getByRole('dialog', { name: 'Keys and marks' }).waitFor();
  await graph.screenshot('graph-help');
  await keyboard.press('Escape');
  assert.equal(await graph.page.getByRole('dialog').count(), 0);
  await keyboard.press('/');
  await keyboard.type('b-2');
  await keyboard.press('Enter');
  assert.match(await graph.active(), /^b-2/);
  assert.equal(
    await graph.page.evaluate(() => document.activeElement.classList.contains('scene')),
    true,
  );
});

test('n goes to the next task that needs somebody, also into a folded phase', async (t) => {
  const graph = await focused(t);
  await graph.page.locator('.heading', { hasText: 'Phase 2' }).click();
  await graph.scene.focus();
  await graph.page.keyboard.press('n');
  assert.match(await graph.active(), /^b-2, needs validation/);
});

test('the cursor in the text moves the selection, not the focus', async (t) => {
  const graph = await focused(t);
  await graph.page.locator('#query').focus();
  await graph.post({ kind: 'reveal', key: 't:a-3', isWanted: false });
  assert.match(await graph.active(), /^a-3/);
  assert.equal(await graph.page.evaluate(() => document.activeElement.id), 'query');
  assert.deepEqual(await graph.sent('selected'), []);
});

test('a task that somebody asked for is unfolded; one that the cursor stands in shows as its phase', async (t) => {
  const graph = await focused(t);
  await graph.page.locator('.heading', { hasText: 'Phase 1' }).click();
  await graph.post({ kind: 'reveal', key: 't:a-3', isWanted: false });
  assert.match(await graph.active(), /^Phase 1, folded/);
  await graph.post({ kind: 'reveal', key: 't:a-3', isWanted: true });
  assert.match(await graph.active(), /^a-3/);
});

test('the menu key opens the menu of the task; arrows and Enter choose; the focus comes back', async (t) => {
  const graph = await focused(t);
  const { keyboard } = graph.page;
  await keyboard.press('End');
  await keyboard.press('Shift+F10');
  await graph.page.getByRole('menuitem', { name: /^Open/ }).first().waitFor();
  await graph.screenshot('graph-menu');
  await keyboard.press('s');
  await graph.page.waitForFunction(() => document.activeElement.textContent.includes('Set Status'));
  await keyboard.press('Enter');
  await graph.page.getByRole('dialog', { name: 'Status of b-2' }).waitFor();
  await keyboard.press('v');
  await keyboard.press('Enter');
  assert.deepEqual(
    (await graph.sent('edit')).map(({ edit }) => edit),
    [{ kind: 'setStatus', key: 't:b-2', status: 'validated' }],
  );
  assert.equal(
    await graph.page.evaluate(() => document.activeElement.classList.contains('scene')),
    true,
  );
});

for (const theme of Object.keys(themes)) {
  test(`axe finds nothing in any view, theme ${theme}`, async (t) => {
    const graph = await pages.open({ theme });
    t.after(() => graph.close());
    const snapshot = believableGraph(60);
    await graph.show(snapshot);
    await graph.post({
      kind: 'queues',
      queues: [
        { uri: 'file:///w/PROACTIVE-JOBS.md', name: 'PROACTIVE-JOBS.md' },
        { uri: 'file:///o', name: 'other' },
      ],
    });
    const check = async (where) => assert.deepEqual(await axeViolations(graph.page), [], where);
    await graph.scene.focus();
    await graph.page.keyboard.press('Home');
    await check('graph with details');
    await graph.screenshot(`graph-${theme}`);
    await graph.page.locator('#query').fill('status:');
    await graph.page.locator('#offer-0').waitFor();
    await check('completion');
    await graph.page.locator('#query').fill('');
    for (const tab of ['Table', 'Waterfall']) {
      await graph.page.getByRole('tab', { name: tab }).click();
      await check(tab);
      await graph.screenshot(`graph-${tab.toLowerCase()}-${theme}`);
    }
    await graph.page.getByRole('tab', { name: 'Graph' }).click();
    for (const key of ['?', 'd', 'a', 'e', 'Shift+F10']) {
      await graph.scene.focus();
      await graph.page.keyboard.press(key);
      await graph.page.getByRole('dialog').waitFor();
      await check(`overlay of ${key}`);
      await graph.page.keyboard.press('Escape');
    }
  });
}

test('forced colours leave everything visible', async (t) => {
  const graph = await focused(t, { forcedColors: 'active' });
  assert.ok(await graph.node('a-2').isVisible());
  await graph.screenshot('graph-forced-colours');
});
