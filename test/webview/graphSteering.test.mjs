// Steering: drawing and deleting dependencies, the same by keyboard, spawning.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startGraphPages } from './support/graphPage.mjs';
import { harbour } from './support/harbour.mjs';
import { openedGraph } from './support/openedGraph.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

const opened = (t, snapshot = harbour(), options = {}) => openedGraph(pages, t, snapshot, options);

const edits = async (graph) => (await graph.sent('edit')).map(({ edit }) => edit);

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
