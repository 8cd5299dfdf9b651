// The dependency graph in a real VS Code: opened from tree, text and palette; it changes the text, and undo changes it
// back; it follows the cursor, and comes back after a reload. The pictures in dist-test/shots are to be looked at.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findInGraph, graphFrame, graphNode } from './support/graph.mjs';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const queue = 'PROACTIVE-JOBS.md';

let workbench;
before(async () => {
  workbench = await openWorkbench({ viewport: { width: 1600, height: 960 } });
  await openView(workbench, 'queue');
  await treeItem(workbench, 'p3-1-schedule-grid').waitFor();
  await workbench.openFile(queue);
});
after(() => workbench?.close());

const graphTabs = async () =>
  (await workbench.page.locator('.tab', { hasText: 'Graph: ' }).allInnerTexts()).map((text) =>
    text.trim(),
  );
const textOnDisk = () => fs.readFileSync(path.join(workbench.workspace, queue), 'utf8');
/** From 1. */
const lineOf = (id) =>
  1 +
  textOnDisk()
    .split('\n')
    .findIndex((text) => text.startsWith(`### ${id}`));
const blockOf = (id) =>
  textOnDisk()
    .split(/^### /m)
    .find((part) => part.startsWith(id)) ?? '';

/** Waits for something on the disk: the editor saves when it has the time. */
async function until(isTrue) {
  const deadline = Date.now() + 30_000;
  while (!isTrue()) {
    assert.ok(Date.now() < deadline, `It did not come about: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the button above the tree opens the graph beside the text', async () => {
  await workbench.goToLine(1);
  await workbench.page
    .locator('.pane-header, .composite.title')
    .getByRole('button', { name: 'Show Dependency Graph' })
    .first()
    .click();
  const frame = await graphFrame(workbench);
  await graphNode(frame, 'p1-1-repo-skeleton').waitFor();
  await workbench.screenshot('graph-beside-dark');
  assert.deepEqual(await graphTabs(), ['Graph: PROACTIVE-JOBS.md']);
});

test('the graph follows the cursor without taking the focus', async () => {
  await workbench.page.locator('.tab', { hasText: queue }).first().click();
  await workbench.goToLine(lineOf('p2-3-media-session'));
  await workbench.page.keyboard.press('End');
  const frame = await graphFrame(workbench);
  await frame.locator('.node.is-selected', { hasText: 'p2-3-media-session' }).waitFor();
  await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
});

test('a node leads the cursor of the text, which keeps its place on the screen', async () => {
  const frame = await graphFrame(workbench);
  await findInGraph(frame, 'p4-1-rota-model');
  await workbench.page
    .locator('.editor-instance .view-line', { hasText: 'p4-1-rota-model: ' })
    .waitFor();
});

test('a dependency that is added in the graph stands in the text; undo takes it back', async () => {
  const frame = await graphFrame(workbench);
  await findInGraph(frame, 'p4-6-guest-list');
  const before = blockOf('p4-6-guest-list');
  assert.ok(!before.includes('p2-4-offline-notice'));
  await workbench.page.keyboard.press('d');
  await frame.getByRole('combobox', { name: 'Which task' }).fill('p2-4-offline');
  await workbench.page.keyboard.press('Enter');
  await frame.locator('.details li', { hasText: 'p2-4-offline-notice' }).waitFor();
  // What the page shows is the open text; it is saved right after.
  await until(() => /Depends On:\*\* .*p2-4-offline-notice/.test(blockOf('p4-6-guest-list')));
  await workbench.screenshot('graph-edge-added');
  await workbench.page.locator('.tab', { hasText: queue }).first().click();
  await workbench.goToLine(1);
  await workbench.page.keyboard.press('Control+z');
  await frame
    .locator('.details li', { hasText: 'p2-4-offline-notice' })
    .waitFor({ state: 'detached' });
  await workbench.runCommand('File: Save');
  await until(() => blockOf('p4-6-guest-list') === before);
});

test('a dependency that would close a ring is refused with the reason', async () => {
  const frame = await graphFrame(workbench);
  await findInGraph(frame, 'p1-1-repo-skeleton');
  const before = textOnDisk();
  await workbench.page.keyboard.press('d');
  await frame.getByRole('combobox', { name: 'Which task' }).fill('p1-4-ci');
  await frame.getByText('would close a cycle').waitFor();
  await workbench.page.keyboard.press('Enter');
  await frame.locator('.notice.is-news').waitFor();
  await workbench.screenshot('graph-refused');
  assert.equal(textOnDisk(), before);
  await frame.getByRole('button', { name: 'Dismiss' }).click();
});

test('a status that is set in the graph is written in the words of the file', async () => {
  const frame = await graphFrame(workbench);
  await findInGraph(frame, 'p2-4-offline-notice');
  await workbench.page.keyboard.press('e');
  await frame.getByRole('menuitem', { name: 'in progress' }).click();
  await frame.locator('.node.face-running', { hasText: 'p2-4-offline-notice' }).waitFor();
  await until(() => blockOf('p2-4-offline-notice').includes('Status:** in-progress'));
});

test('CodeLens and palette show a task in the graph; a second queue has a graph of its own', async () => {
  await workbench.page.locator('.tab', { hasText: queue }).first().click();
  // Closed tasks have no lenses: this is the first one that has.
  await workbench.goToLine(lineOf('p2-3-media-session'));
  await workbench.page
    .locator('.codelens-decoration', { hasText: 'It needs validation.' })
    .locator('a', { hasText: 'Show in graph' })
    .first()
    .click();
  const frame = await graphFrame(workbench);
  await frame.locator('.node.is-selected', { hasText: 'p2-3-media-session' }).waitFor();
  await workbench.openFile('PROACTIVE-JOBS-STUDIO.md');
  await workbench.runCommand('Proactive Jobs: Show Dependency Graph');
  await workbench.page.locator('.tab', { hasText: 'Graph: PROACTIVE-JOBS-STUDIO.md' }).waitFor();
  assert.equal((await graphTabs()).length, 2);
  await workbench.screenshot('graph-two-queues');
});

test('after a reload the graphs are there again, as they were', async () => {
  const frame = await graphFrame(workbench);
  await frame.getByRole('tab', { name: 'Table' }).click();
  await frame.locator('#query').fill('st-');
  await frame.locator('#query').press('Enter');
  await workbench.page.evaluate(() => (window.isOld = true));
  await workbench.runCommand('Developer: Reload Window');
  await workbench.page.waitForFunction(() => window.isOld === undefined);
  await workbench.page.locator('.tab', { hasText: 'Graph: PROACTIVE-JOBS-STUDIO.md' }).waitFor();
  const again = workbench.page
    .locator('iframe.webview.ready')
    .last()
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
  await again.locator('td.column-id').first().waitFor();
  assert.equal(await again.locator('#query').inputValue(), 'st-');
  await workbench.screenshot('graph-reloaded');
});

/** Whether VS Code has stored the page with its query. Runs in the page. */
async function isKept() {
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await result(indexedDB.open(name));
    const values = await result(
      database.transaction('ItemTable').objectStore('ItemTable').getAll(),
    );
    database.close();
    if (values.some((value) => /query[\\":]+st-/.test(String(value)))) return true;
  }
  return false;
}
