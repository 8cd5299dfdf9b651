// Workers started from the graph in a real VS Code: one by a key, a wave by its button; queue, ledger, tree and node agree.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findInGraph, graphFrame, graphNode } from './support/graph.mjs';
import { until } from './support/until.mjs';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const task = (id, title, ...fields) =>
  [`### ${id}: ${title}`, '- **Status:** pending', '- **Model:** haiku', ...fields, '', ''].join(
    '\n',
  );
const queueText = [
  '# Bakery\n\n**Slots:** 0/4 in use\n\n## Phase 1: Bread\n\n',
  task('rye-1-dough', 'Mix the dough'),
  task('rye-2-oven', 'Heat the oven', '- **Dependencies:** rye-1-dough'),
  task('rye-3-shelf', 'Clean the shelf'),
  task('rye-4-water', 'Warm the water'),
  task('rye-5-salt', 'Weigh the salt'),
].join('');

let base;
let workbench;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-graph-spawn-'));
  const workspace = path.join(base, 'bakery');
  fs.mkdirSync(workspace);
  fs.writeFileSync(path.join(workspace, 'PROACTIVE-JOBS.md'), queueText);
  workbench = await openWorkbench({
    workspace,
    open: 'PROACTIVE-JOBS.md',
    restricted: true,
    viewport: { width: 1600, height: 960 },
    machineSettings: {
      'proactiveJobs.workers.backend': 'queue',
      'proactiveJobs.workers.maxConcurrent': 4,
    },
  });
  await openView(workbench, 'queue');
  await treeItem(workbench, 'rye-1-dough').waitFor();
});
after(async () => {
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

const file = (...parts) => path.join(workbench.workspace, ...parts);
const queueNow = () => fs.readFileSync(file('PROACTIVE-JOBS.md'), 'utf8');
const running = () =>
  queueNow()
    .split(/^### /m)
    .slice(1)
    .filter((block) => /Status:\*\* in-progress/.test(block))
    .map((block) => block.slice(0, block.indexOf(':')));
const ledger = () =>
  fs.existsSync(file('scheduler', 'spawn-queue', '.proactive-jobs', 'ledger.jsonl'))
    ? fs.readFileSync(file('scheduler', 'spawn-queue', '.proactive-jobs', 'ledger.jsonl'), 'utf8')
    : '';

test('in Restricted Mode the buttons of the graph say why they start nothing', async () => {
  await workbench.runCommand('Proactive Jobs: Show Dependency Graph');
  const frame = await graphFrame(workbench);
  await findInGraph(frame, 'rye-1-dough');
  const spawn = frame.getByRole('button', { name: 'Spawn a worker for rye-1-dough' });
  assert.equal(await spawn.isDisabled(), true);
  assert.match(await spawn.getAttribute('title'), /trusted workspaces only/);
  await workbench.page.keyboard.press('s');
  await frame.locator('.notice', { hasText: 'trusted workspaces only' }).waitFor();
  await workbench.screenshot('graph-spawn-restricted');
  assert.equal(queueNow(), queueText);
  await frame.getByRole('button', { name: 'Dismiss' }).click();

  await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().click();
  await workbench.page
    .locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' })
    .first()
    .click();
  await workbench.runCommand('Proactive Jobs: Show Dependency Graph');
  const trusted = await graphFrame(workbench);
  await findInGraph(trusted, 'rye-1-dough');
  await until(async () => {
    const button = trusted.getByRole('button', { name: 'Spawn a worker for rye-1-dough' });
    return button.isEnabled();
  });
});

test('s on a ready task starts its worker: queue, ledger, tree and node say so', async () => {
  const frame = await graphFrame(workbench);
  await findInGraph(frame, 'rye-1-dough');
  await workbench.page.keyboard.press('s');
  assert.match(await workbench.answer('Start'), /Start a worker for rye-1-dough\?/);
  await until(() => running().length === 1);
  assert.deepEqual(running(), ['rye-1-dough']);
  assert.match(queueNow(), /\*\*Slots:\*\* 1\/4 in use/);
  assert.match(ledger(), /rye-1-dough#1/);
  await graphNode(frame, 'rye-1-dough').locator('text.status', { hasText: 'queued' }).waitFor();
  await treeItem(workbench, 'Workers').waitFor();
  await workbench.screenshot('graph-spawn-one');
});

test('a wave is looked at first, and only its tasks that stay ticked are started', async () => {
  const frame = await graphFrame(workbench);
  await frame.getByRole('tab', { name: 'Waterfall' }).click();
  await frame.getByRole('button', { name: 'Spawn this wave (3)' }).click();
  const pick = workbench.page.locator('.quick-input-widget');
  await pick.getByText('Spawn This Wave').waitFor();
  const rows = pick.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'rye-5-salt' }).waitFor();
  await workbench.screenshot('graph-spawn-wave');
  await rows.filter({ hasText: 'rye-4-water' }).first().click();
  await workbench.page.keyboard.press('Enter');
  await until(() => running().length === 3);
  assert.deepEqual(running(), ['rye-1-dough', 'rye-3-shelf', 'rye-5-salt']);
  await frame.getByRole('tab', { name: 'Graph' }).click();
  for (const id of running())
    await graphNode(frame, id).locator('text.status', { hasText: 'queued' }).waitFor();
  await workbench.screenshot('graph-spawn-wave-started');
});

test('text, tree and graph agree on one line of lenses', async () => {
  await workbench.page.locator('.tab', { hasText: 'PROACTIVE-JOBS.md' }).first().click();
  await workbench.goToLine(1);
  await until(
    async () => (await workbench.lenses())[0] === 'Watch · queued | Stop | Show in graph',
  );
  assert.match((await workbench.lenses())[1], /^It waits for rye-1-dough.* \| Show in graph$/);
  await workbench.screenshot('graph-spawn-lenses');
});
