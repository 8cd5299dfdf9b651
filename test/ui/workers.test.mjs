// A click on a lens starts a worker in a real VS Code: queue, ledger, tree and slot line agree.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openView, treeItem, treeItems } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';
import { until } from './support/until.mjs';

const queueText = `# Bakery

**Slots:** 0/3 in use

## Phase 1: Bread

### rye-1-dough: Mix the dough
- **Status:** pending
- **Model:** haiku
- **Priority:** high

Mix flour and water in \`src/dough.txt\`.

### rye-2-oven: Heat the oven
- **Status:** pending
- **Model:** sonnet
- **Dependencies:** rye-1-dough

### rye-3-shelf: Clean the shelf
- **Status:** pending
- **Model:** haiku

### rye-4-water: Warm the water
- **Status:** pending
- **Model:** haiku

Write it into \`src/dough.txt\`, too.

### rye-5-salt: Weigh the salt
- **Status:** pending
- **Model:** haiku
`;

let base;
let workbench;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-workers-'));
  const workspace = path.join(base, 'bakery');
  fs.mkdirSync(path.join(workspace, 'src'), { recursive: true });
  fs.writeFileSync(path.join(workspace, 'PROACTIVE-JOBS.md'), queueText);
  workbench = await openWorkbench({
    workspace,
    open: 'PROACTIVE-JOBS.md',
    machineSettings: {
      'proactiveJobs.workers.backend': 'queue',
      'proactiveJobs.workers.maxConcurrent': 3,
    },
  });
  await openView(workbench, 'queue');
});
after(async () => {
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

const file = (...parts) => path.join(workbench.workspace, ...parts);
const queueNow = () => fs.readFileSync(file('PROACTIVE-JOBS.md'), 'utf8');
const requests = () => {
  const folder = file('scheduler', 'spawn-queue', 'requests');
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((n) => n.endsWith('.json')) : [];
};

test('every open task has a line of lenses: what can be done, or why nothing can', async () => {
  await until(async () => (await workbench.lenses()).length === 5);
  assert.deepEqual(await workbench.lenses(), [
    'Spawn worker · haiku | Preview | Show in graph',
    'It waits for rye-1-dough (pending). | Show in graph',
    'Spawn worker · haiku | Preview | Show in graph',
    'Spawn worker · haiku | Preview | Show in graph',
    'Spawn worker · haiku | Preview | Show in graph',
  ]);
  await workbench.screenshot('workers-lenses');
  assert.match(await workbench.hoverOn('rye-5-salt'), /Spawn worker · haiku/);
  await workbench.screenshot('workers-hover');
  await workbench.page.mouse.move(0, 0);
});

test('the preview shows what would happen, and its prompt can be edited before it is sent', async () => {
  await workbench.clickLens('Preview');
  await workbench.page.locator('.tab.active', { hasText: 'rye-1-dough.md' }).waitFor();
  await workbench.page.locator('.view-line', { hasText: 'Nothing stands in the way' }).waitFor();
  await workbench.screenshot('workers-preview');
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.keyboard.type('Sing while you knead.');
});

test('a start from the edited preview makes one request, and the queue says so in its own words', async () => {
  await workbench.runCommand('Proactive Jobs: Spawn Worker...', { opensPick: false });
  const question = await workbench.answer('Start');
  assert.match(question, /Start a worker for rye-1-dough\?/);
  assert.match(question, /Back end: queue/);
  await until(() => requests().length === 1 && queueNow().includes('1/3 in use'));
  const request = JSON.parse(
    fs.readFileSync(file('scheduler', 'spawn-queue', 'requests', requests()[0]), 'utf8'),
  );
  assert.match(JSON.stringify(request), /Sing while you knead\./);
  const [task, ...others] = queueNow()
    .split(/(?=### )/)
    .slice(1);
  assert.match(task, /\*\*Status:\*\* in-progress/);
  assert.match(queueNow(), /\*\*Slots:\*\* 1\/3 in use/);
  assert.deepEqual(others, queueText.split(/(?=### )/).slice(2), 'no other task was touched');
});

test('lens, tree and status bar show the worker', async () => {
  await workbench.openFile('PROACTIVE-JOBS.md');
  await until(
    async () => (await workbench.lenses())[0] === 'Watch · queued | Stop | Show in graph',
  );
  await openView(workbench, 'queue');
  await treeItem(workbench, 'Workers').waitFor();
  const [group, worker] = await treeItems(workbench);
  assert.equal(group.description, '1 queued');
  assert.equal(worker.label, 'rye-1-dough');
  assert.match(worker.description, /^queued · now/);
  const status = workbench.page.locator('.statusbar-item', { hasText: '1/3' });
  await status.waitFor();
  await workbench.screenshot('workers-running');
  await workbench.setTheme('light');
  await workbench.screenshot('workers-running-light');
  await workbench.setTheme('dark');
});

test('what the worker says is followed in a document beside the queue', async () => {
  await workbench.clickLens('Watch');
  await workbench.page.locator('.tab', { hasText: 'rye-1-dough.worker.log' }).waitFor();
  await workbench.page.locator('.view-line', { hasText: 'It waits in the queue' }).waitFor();
  await workbench.screenshot('workers-watch');
  await workbench.runCommand('View: Close All Editors in Group');
});

test('a double click starts one worker, and says that it is there already', async () => {
  await workbench.openFile('PROACTIVE-JOBS.md');
  const lens = workbench.page
    .locator('.codelens-decoration a', { hasText: 'Spawn worker' })
    .first();
  await lens.dblclick();
  await until(() => requests().length === 2 && /\*\*Slots:\*\* 2\/3 in use/.test(queueNow()));
  await workbench.page
    .locator('.notification-list-item-message', { hasText: 'rye-3-shelf already' })
    .waitFor();
  await workbench.screenshot('workers-double-click');
  assert.equal(requests().length, 2);
  await workbench.runCommand('Notifications: Clear All Notifications');
});

test('free slots are filled after a look: what is left out says why', async () => {
  await workbench.runCommand('Proactive Jobs: Fill Free Slots...', { opensPick: true });
  const { page } = workbench;
  const row = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  await row('rye-5-salt').waitFor();
  assert.match(await row('rye-4-water').innerText(), /src\/dough\.txt, which rye-1-dough works on/);
  await workbench.screenshot('workers-fill');
  await page.locator('.quick-input-widget .quick-input-action', { hasText: 'OK' }).click();
  await until(() => requests().length === 3 && /\*\*Slots:\*\* 3\/3 in use/.test(queueNow()));
});

test('a worker that nobody has begun is stopped, and its slot is free', async () => {
  await workbench.openFile('PROACTIVE-JOBS.md');
  await workbench.clickLens('Stop');
  const question = await workbench.answer('Stop');
  assert.match(question, /Stop the worker of rye-1-dough\?/);
  await until(() => requests().length === 2 && /\*\*Slots:\*\* 2\/3 in use/.test(queueNow()));
  await until(
    async () => (await workbench.lenses())[0] === 'Spawn worker · haiku | Preview | Show in graph',
  );
  await workbench.screenshot('workers-stopped');
});
