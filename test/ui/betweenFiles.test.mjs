// What stands between the files: disagreements reconciled, claims verified, in a real VS Code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { savedText } from './support/savedText.mjs';
import { openView, treeItem, waitForProblem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const queueText = `# Bakery

## Phase 1: Bread

### rye-1-dough: Mix the dough
- **Status:** in-progress
- **Model:** haiku
- **Worker:** agent:main:subagent:5b0c2a61-7d3e-4f0a-9c44-1e8f2a90d711

### rye-2-oven: Heat the oven ✅
- **Status:** complete
- **Model:** haiku
`;
const claimed = `# rye-1-dough

**Status:** complete
**Repository:** bakery

## Files changed
- \`src/dough.txt\`
- \`src/crust.txt\`
`;

const working = '# rye-2-oven\n\n- **Status:** working\n';

let base;
let workbench;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-between-'));
  const workspace = path.join(base, 'workspace');
  const progress = path.join(workspace, 'scheduler', 'progress');
  fs.mkdirSync(progress, { recursive: true });
  fs.writeFileSync(path.join(workspace, 'PROACTIVE-JOBS.md'), queueText);
  fs.writeFileSync(path.join(progress, 'rye-1-dough.md'), claimed);
  fs.writeFileSync(path.join(progress, 'rye-2-oven.md'), working);
  const repository = path.join(base, 'repository');
  fs.mkdirSync(path.join(repository, 'src'), { recursive: true });
  fs.writeFileSync(path.join(repository, 'src', 'dough.txt'), 'flour, water\n');
  execFileSync('git', ['init', '--quiet', repository]);
  // A machine's setting: a served window takes it from the workspace, not from the browser's user.
  fs.mkdirSync(path.join(workspace, '.vscode'));
  fs.writeFileSync(
    path.join(workspace, '.vscode', 'settings.json'),
    JSON.stringify({ 'proactiveJobs.projects': { bakery: repository } }),
  );
  workbench = await openWorkbench({ workspace });
});
after(async () => {
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

test('claims are verified in the repository of their project, and what is missing becomes a problem', async () => {
  await openView(workbench, 'queue');
  await treeItem(workbench, 'rye-1-dough').waitFor();
  await openView(workbench, 'problems');
  await waitForProblem(workbench, 'progress-drift');
  await workbench.runCommand('Proactive Jobs: Verify Claims of Task...', { opensPick: true });
  const { page } = workbench;
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'rye-1-dough' }).click();
  await page.locator('.quick-input-title', { hasText: '1 verified, 1 missing' }).waitFor();
  await workbench.screenshot('verify');
  await page.keyboard.press('Escape');
  await waitForProblem(workbench, 'claim-not-found');
});

test('disagreements are shown and settled as ticked, and nothing else of the files changes', async () => {
  await workbench.runCommand('Proactive Jobs: Reconcile Queue and Progress...', {
    opensPick: true,
  });
  const { page } = workbench;
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'rye-2-oven' })
    .first()
    .waitFor();
  await workbench.screenshot('reconcile');
  await page.locator('.quick-input-widget .quick-input-action', { hasText: 'OK' }).click();
  const queue = path.join(workbench.workspace, 'PROACTIVE-JOBS.md');
  assert.equal(
    await savedText(queue, queueText),
    queueText.replace('in-progress', 'needs-validation'),
  );
  const oven = path.join(workbench.workspace, 'scheduler', 'progress', 'rye-2-oven.md');
  assert.equal(await savedText(oven, working), '# rye-2-oven\n\n- **Status:** complete\n');
  await workbench.screenshot('reconciled');
});
