// The query language in tree and palette of a real VS Code: filter the tree, take the filter back, go to a task.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { until } from './support/until.mjs';
import { openView, treeItem, treeItems } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
  await openView(workbench, 'queue');
  await treeItem(workbench, 'p3-1-schedule-grid').waitFor();
});
after(() => workbench?.close());

const pick = () => workbench.page.locator('.quick-input-widget');
const rows = () => pick().locator('.quick-input-list .monaco-list-row');
const input = () => pick().locator('input.input');
const message = () => workbench.page.locator('.message', { hasText: 'hidden by the filter' });
const titleButton = (name) =>
  workbench.page.locator('.pane-header, .composite.title').getByRole('button', { name }).first();

test('the field completes and explains, and the tree shows what is found and what is hidden', async () => {
  await titleButton('Filter Queue').click();
  await rows().filter({ hasText: 'Show all' }).waitFor();
  await input().fill('status:rea');
  await rows().filter({ hasText: 'can start now' }).waitFor();
  await workbench.page.keyboard.press('ArrowDown');
  await workbench.page.keyboard.press('Enter');
  await until(async () => (await input().inputValue()) === 'status:ready ');
  await rows()
    .filter({ hasText: /Show \d+ of \d+ tasks/ })
    .waitFor();
  await workbench.screenshot('filter-field');
  await workbench.page.keyboard.press('Enter');
  await message().filter({ hasText: 'status:ready' }).waitFor();
  await until(async () => {
    const items = await treeItems(workbench);
    const leaves = items.filter(({ expanded }) => expanded === undefined);
    return leaves.length > 0 && leaves.every(({ description }) => description.includes('ready'));
  });
  await workbench.screenshot('filter-tree');
});

test('a query that cannot be read is not taken; the reason is shown', async () => {
  await workbench.runCommand('Proactive Jobs: Filter Queue...', { opensPick: true });
  await rows().filter({ hasText: 'Show' }).first().waitFor();
  await input().fill('modle:opus');
  await rows().filter({ hasText: 'This query cannot be read' }).waitFor();
  await workbench.screenshot('filter-wrong');
  await workbench.page.keyboard.press('Enter');
  await rows().filter({ hasText: 'This query cannot be read' }).waitFor();
  await workbench.page.keyboard.press('Escape');
  await message().filter({ hasText: 'status:ready' }).waitFor();
});

test('one click shows everything again', async () => {
  await titleButton('Clear Queue Filter').click();
  await message().waitFor({ state: 'detached' });
  await treeItem(workbench, 'p3-1-schedule-grid').waitFor();
});

test('Go to Task takes a query as well as letters of an id', async () => {
  await workbench.runCommand('Proactive Jobs: Go to Task...', { opensPick: true });
  await input().fill('status:ready -is:manager');
  await until(async () => {
    const texts = await rows().allInnerTexts();
    return texts.length > 0 && texts.every((text) => text.includes('ready'));
  });
  await workbench.screenshot('go-to-task-query');
  await input().fill('p3-1-sched');
  await until(async () => (await rows().allInnerTexts())[0]?.includes('p3-1-schedule-grid'));
  await workbench.page.keyboard.press('Enter');
  await workbench.page
    .locator('.editor-instance .view-line', { hasText: 'p3-1-schedule-grid' })
    .first()
    .waitFor();
  await pick().waitFor({ state: 'hidden' });
});

test('a task that the filter hides is revealed, and what hid it is said', async () => {
  await workbench.runCommand('Proactive Jobs: Filter Queue...', { opensPick: true });
  await input().fill('status:ready');
  await rows()
    .filter({ hasText: /Show \d+ of \d+ tasks/ })
    .waitFor();
  await workbench.page.keyboard.press('Enter');
  await message().filter({ hasText: 'status:ready' }).waitFor();
  await workbench.openFile('PROACTIVE-JOBS.md');
  const text = fs.readFileSync(path.join(workbench.workspace, 'PROACTIVE-JOBS.md'), 'utf8');
  const line = text.split('\n').findIndex((each) => each.startsWith('### p1-1-repo-skeleton')) + 1;
  await workbench.goToLine(line);
  await workbench.runCommand('Proactive Jobs: Reveal Task in Tree');
  await workbench.page
    .locator('.notifications-toasts', {
      hasText: '`p1-1-repo-skeleton` is not shown: it cannot start now (it is complete).',
    })
    .waitFor();
  await treeItem(workbench, 'p1-1-repo-skeleton').waitFor();
  await message().waitFor({ state: 'detached' });
  await workbench.screenshot('filter-cleared');
  await workbench.page.getByRole('button', { name: 'Filter Again' }).click();
  await message().filter({ hasText: 'status:ready' }).waitFor();
});
