// Folding all phases of a large queue: what is left can be read, and only the graph says that something is folded.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { believableGraph } from './support/graphs.mjs';
import { startGraphPages } from './support/graphPage.mjs';

let pages;
before(async () => {
  pages = await startGraphPages();
});
after(() => pages?.close());

/** A page on two hundred tasks, looked at from so far that all of them are in the window. */
async function seenFromAfar(t) {
  const graph = await pages.open();
  t.after(async () => {
    assert.deepEqual(await graph.errors(), []);
    await graph.close();
  });
  await graph.show(believableGraph(200));
  await button(graph, 'Fit the picture').click();
  return graph;
}

const button = (graph, name) => graph.page.getByRole('button', { name, exact: true });

test('all phases folded from afar come close enough to be read', async (t) => {
  const graph = await seenFromAfar(t);
  const isFar = () => graph.scene.evaluate((svg) => svg.matches('.is-far, .is-middle'));
  assert.equal(await isFar(), true);
  await button(graph, 'Fold all phases').click();
  await graph.page.locator('.node.is-fold').first().waitFor();
  await graph.page.waitForFunction(
    () => document.querySelector('.scene.is-far, .scene.is-middle') === null,
  );
  await graph.screenshot('graph-all-folded');
});

test('the table shows tasks of folded phases, and does not say that they are away', async (t) => {
  const graph = await seenFromAfar(t);
  await button(graph, 'Fold all phases').click();
  await graph.page.getByText('200 folded away').waitFor();
  await graph.page.getByRole('tab', { name: 'Table' }).click();
  await graph.page.getByRole('row').nth(1).waitFor();
  assert.equal(await graph.page.getByText('folded away').count(), 0);
});
