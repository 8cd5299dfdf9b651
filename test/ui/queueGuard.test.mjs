// A worker rewrites the queue in a real VS Code: the warning, comparing, restoring. The pictures in dist-test/shots are
// to be looked at.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

let workbench;
let queue;
let whole;
before(async () => {
  workbench = await openWorkbench({ theme: 'dark' });
  queue = path.join(workbench.workspace, 'PROACTIVE-JOBS.md');
  whole = fs.readFileSync(queue, 'utf8');
});
after(() => workbench?.close());

/** What a worker leaves that only wanted to mark its own task. */
const cutAt = (heading) =>
  `${whole.slice(0, whole.indexOf(`\n${heading}`))}\n\n(the rest of the file remains unchanged)\n`;

const notification = () => workbench.page.locator('.notification-toast', { hasText: 'vanished' });
const button = (name) =>
  notification().locator('.monaco-button', { hasText: new RegExp(`^${name}$`) });

test('a rewrite that takes tasks away is warned of, and the rest stays usable', async () => {
  await openView(workbench, 'queue');
  await treeItem(workbench, 'p3-1-schedule-grid').waitFor();
  // The file watcher starts some seconds after the window.
  for (let attempt = 0; attempt < 30 && !(await notification().isVisible()); attempt++) {
    fs.writeFileSync(queue, `${cutAt('## Phase 2')}${' '.repeat(attempt)}\n`);
    await notification()
      .waitFor({ timeout: 4_000 })
      .catch(() => undefined);
  }
  const words = await notification().innerText();
  await workbench.screenshot('guard-warning');
  assert.match(words, /\d+ unfinished tasks vanished from PROACTIVE-JOBS\.md/);
});

test('both contents stand side by side', async () => {
  await button('Compare').click();
  await workbench.page.locator('.tab.active', { hasText: 'last good content' }).waitFor();
  await workbench.page.locator('.monaco-diff-editor .view-line').first().waitFor();
  await workbench.screenshot('guard-compare');
});

test('everything comes back, and the line that lied is all that is left to delete', async () => {
  await button('Restore All').click();
  await workbench.page.locator('.notification-toast', { hasText: 'restored' }).waitFor();
  await workbench.screenshot('guard-restored');
  const now = fs.readFileSync(queue, 'utf8');
  const ids = [...whole.matchAll(/^#+ (p\d-\d[\w-]*)/gm)].map((match) => match[1]);
  assert.ok(ids.length > 5);
  for (const id of ids) assert.ok(now.includes(`${id}:`) || now.includes(`${id} `), id);
});

test('what vanished earlier is found in the history of git', async () => {
  fs.writeFileSync(queue, cutAt('## Phase 3'));
  await notification().waitFor();
  await button('Intended').click();
  await workbench.runCommand('Proactive Jobs: Restore Lost Tasks...', { opensPick: true });
  await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await workbench.screenshot('guard-history');
});
