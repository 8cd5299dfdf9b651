// The graph's page inside the workbench: a frame in a frame, driven like any page.

/** The page of the graph that was opened last, once it has drawn something. */
export async function graphFrame(workbench) {
  const frame = workbench.page
    .locator('iframe.webview.ready')
    .last()
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
  await frame.locator('.scene .node').first().waitFor();
  return frame;
}

/** The node of a task. */
export function graphNode(frame, id) {
  return frame.locator('.scene .node', { has: frame.locator(`text.head:text-is("${id}")`) });
}

/** Selects a task by finding it: it is brought into view, and the keys go to the graph. */
export async function findInGraph(frame, id) {
  await frame.locator('#query').fill(id);
  await frame.locator('#query').press('Enter');
  await frame.locator('.details h2', { hasText: id }).waitFor();
  await frame.locator('#query').fill('');
  await frame.locator('.scene').focus();
}
