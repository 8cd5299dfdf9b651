// Reading and steering: query, focus, table, drawing and deleting dependencies, Tidy, exports, waterfall, history.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { believableGraph, graphEdge, graphOf, graphTask } from './support/graphs.mjs';
import { startGraphPages } from './support/graphPage.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const harbour = () =>
  graphOf(
    [
      graphTask('a-1', { status: 'complete', blocks: 2, model: 'haiku' }),
      graphTask('a-2', { status: 'in-progress', blocks: 1, model: 'opus', wave: 0 }),
      graphTask('a-3', { waitsFor: 1, model: 'opus', wave: 1 }),
      graphTask('b-1', { lane: 'lane:2', ready: true, wave: 0 }),
      graphTask('b-2', { lane: 'lane:2', status: 'needs-validation' }),
    ],
    [graphEdge('a-2', 'a-1', { fulfilment: 'met' }), graphEdge('a-3', 'a-2')],
    {
      waves: [['t:a-2', 't:b-1'], ['t:a-3']],
      waterfall: [
        { key: 't:a-2', slot: 0, start: 0, end: 1 },
        { key: 't:b-1', slot: 1, start: 0, end: 1 },
        { key: 't:a-3', slot: 0, start: 1, end: 2 },
      ],
    },
  );

async function opened(t, snapshot = harbour(), options = {}) {
  const graph = await pages.open(options);
  t.after(async () => {
    assert.deepEqual(await graph.errors(), []);
    assert.deepEqual(await graph.violations(), []);
    await graph.close();
  });
  await graph.show(snapshot);
  return graph;
}

const edits = async (graph) => (await graph.sent('edit')).map(({ edit }) => edit);

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

test('dragging from a handle to a task asks for a dependency', async (t) => {
  const graph = await opened(t);
  await graph.node('b-1').hover();
  const middle = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await graph.page.mouse.move(...(await middle(graph.node('b-1').locator('.handle'))));
  await graph.page.mouse.down();
  await graph.page.mouse.move(...(await middle(graph.node('a-3').locator('.card'))), { steps: 6 });
  assert.match(await graph.node('a-3').getAttribute('class'), /is-target/);
  await graph.screenshot('graph-drag');
  await graph.page.mouse.up();
  assert.deepEqual(await edits(graph), [{ kind: 'addDependency', from: 't:a-3', to: 't:b-1' }]);
  assert.equal(await graph.page.locator('.draft').count(), 0);
});

test('a drag that would close a ring looks refused before it is let go', async (t) => {
  const graph = await opened(t);
  const middle = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await graph.page.mouse.move(...(await middle(graph.node('a-3').locator('.handle'))));
  await graph.page.mouse.down();
  await graph.page.mouse.move(...(await middle(graph.node('a-1').locator('.card'))), { steps: 6 });
  assert.match(await graph.node('a-1').getAttribute('class'), /is-refused/);
  await graph.page.mouse.up();
});

test('a line is selected by a click and deleted by its key', async (t) => {
  const graph = await opened(t);
  const [x, y] = await graph.page.locator('.edge.unmet').evaluate((path) => {
    const at = path
      .getPointAtLength(path.getTotalLength() / 2)
      .matrixTransform(path.getScreenCTM());
    return [at.x, at.y];
  });
  await graph.page.mouse.click(x, y);
  await graph.page.locator('.notice', { hasText: 'a-3 waits for a-2' }).waitFor();
  await graph.page.keyboard.press('Delete');
  assert.deepEqual(await edits(graph), [{ kind: 'removeDependency', from: 't:a-3', to: 't:a-2' }]);
});

test('by keyboard: add a dependency, a task, another phase', async (t) => {
  const graph = await opened(t);
  await graph.post({ kind: 'reveal', key: 't:b-2', isWanted: false });
  await graph.scene.focus();
  await graph.page.keyboard.press('d');
  await graph.page.keyboard.type('a-3');
  await graph.page.keyboard.press('Enter');
  await graph.page.keyboard.press('a');
  assert.equal(await graph.page.locator('input[name=id]').inputValue(), 'b-3');
  await graph.page.locator('input[name=title]').fill('Paint the buoys');
  await graph.page.keyboard.press('Enter');
  await graph.page.keyboard.press('m');
  await graph.page.keyboard.press('Enter');
  assert.deepEqual(await edits(graph), [
    { kind: 'addDependency', from: 't:b-2', to: 't:a-3' },
    { kind: 'addTaskAfter', key: 't:b-2', id: 'b-3', title: 'Paint the buoys' },
    { kind: 'moveToLane', key: 't:b-2', lane: 'lane:1' },
  ]);
});

test('only ready tasks are spawned, a wave at once, and nothing in Restricted Mode', async (t) => {
  const graph = await opened(t);
  await graph.post({ kind: 'reveal', key: 't:a-3', isWanted: false });
  await graph.scene.focus();
  await graph.page.keyboard.press('s');
  assert.deepEqual(await graph.sent('spawn'), []);
  await graph.post({ kind: 'reveal', key: 't:b-1', isWanted: false });
  await graph.page.keyboard.press('s');
  await graph.page.getByRole('tab', { name: 'Waterfall' }).click();
  await graph.screenshot('graph-waterfall');
  await graph.page.getByRole('button', { name: /Spawn this wave/ }).click();
  assert.deepEqual(
    (await graph.sent('spawn')).map(({ keys }) => keys),
    [['t:b-1'], ['t:b-1']],
  );
  await graph.show({ ...harbour(), revision: 2 }, { isTrusted: false });
  assert.ok(await graph.page.getByRole('button', { name: /Spawn this wave/ }).isDisabled());
});

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
