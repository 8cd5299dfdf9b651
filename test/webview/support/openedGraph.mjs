// A page on a graph, which is held to have gone well when its test ends.
import assert from 'node:assert/strict';

/** Opens a page on a graph, or on none yet, and checks in the end that nothing went wrong in it. */
export async function openedGraph(pages, t, snapshot, options = {}) {
  const graph = await pages.open(options);
  t.after(async () => {
    assert.deepEqual(await graph.errors(), []);
    assert.deepEqual(await graph.violations(), []);
    await graph.close();
  });
  if (snapshot) await graph.show(snapshot);
  return graph;
}
