// Queues in trouble in a real VS Code: one runs too much, one is not text, one is deleted while it is open.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { until } from './support/until.mjs';
import { openView, treeItem, treeItems } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const task = (id, status) =>
  `### ${id}: Bake\n- **Status:** ${status}\n- **Model:** haiku\n- **Worker:** oven-${id}\n\n`;
const texts = {
  'PROACTIVE-JOBS.md': `# Bakery\n\n**Slots:** 0/2 in use\n\n${task('rye-1-dough', 'pending')}`,
  'night/PROACTIVE-JOBS.md': `# Night\n\n**Slots:** 1/1 in use\n\n${task('bun-1-mix', 'in-progress')}${task('bun-2-bake', 'in-progress')}`,
  'old/PROACTIVE-JOBS.md': '# Old\n\0\0\n',
};

let base;
let workbench;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-troubles-'));
  const workspace = path.join(base, 'bakery');
  for (const [name, text] of Object.entries(texts)) {
    fs.mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    fs.writeFileSync(path.join(workspace, name), text);
  }
  workbench = await openWorkbench({
    workspace,
    open: 'PROACTIVE-JOBS.md',
    machineSettings: {
      'proactiveJobs.workers.backend': 'queue',
    },
  });
  await openView(workbench, 'queue');
});
after(async () => {
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

test('the status bar names the overfull queue, the tree says which one it cannot read', async () => {
  await treeItem(workbench, 'bun-1-mix').waitFor();
  const status = workbench.page.locator('.statusbar-item', { hasText: 'too many in night' });
  await status.waitFor();
  assert.match(await status.innerText(), /2\/3 · too many in night · 1 ready/);
  const old = (await treeItems(workbench)).find(({ label }) => label === 'old/PROACTIVE-JOBS.md');
  assert.equal(old?.description, 'not text');
  await workbench.screenshot('queue-troubles');
});

test('a queue that was deleted while it is open starts nothing until it is saved', async () => {
  const file = path.join(workbench.workspace, 'PROACTIVE-JOBS.md');
  const requests = path.join(workbench.workspace, 'scheduler', 'spawn-queue', 'requests');
  const lenses = async (words) => (await workbench.lenses()).some((lens) => lens.includes(words));
  await until(() => lenses('Spawn worker'));
  fs.rmSync(file);
  await until(() => lenses('Ready, but this file is not on the disk any more'));
  await workbench.runCommand('Proactive Jobs: Spawn Next Worker');
  const refusal = 'rye-1-dough: Its queue is not on the disk any more: save it, or close it.';
  await workbench.page
    .locator('.notification-list-item-message', { hasText: refusal })
    .first()
    .waitFor();
  await workbench.screenshot('queue-deleted');
  await workbench.runCommand('Notifications: Clear All Notifications');
  await workbench.clickLens('not on the disk any more');
  await workbench.page
    .locator('.view-line', { hasText: 'could not be recorded' })
    .first()
    .waitFor();
  await workbench.screenshot('queue-deleted-preview');
  await workbench.page.locator('.tab', { hasText: 'PROACTIVE-JOBS.md' }).click();
  await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await workbench.page.keyboard.press('Control+s');
  await until(() => fs.existsSync(file));
  assert.ok(!fs.existsSync(requests));
  await until(() => lenses('Spawn worker'));
  await workbench.clickLens('Spawn worker');
  await workbench.answer('Start');
  await until(() => fs.existsSync(requests) && fs.readdirSync(requests).length === 1);
  await until(() =>
    /rye-1-dough[^]*\*\*Status:\*\* in-progress/.test(fs.readFileSync(file, 'utf8')),
  );
});
