// Workers in Restricted Mode: nothing is started, the reason is where the button was, and trust changes it at once.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { until } from './support/until.mjs';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const queueText = `# Bakery

### rye-1-dough: Mix the dough
- **Status:** pending
- **Model:** haiku
`;

test('Restricted Mode offers no worker and writes nothing; what a workspace says of programs never counts', async (t) => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-trust-'));
  t.after(() => fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = path.join(base, 'bakery');
  fs.mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
  fs.writeFileSync(path.join(workspace, 'PROACTIVE-JOBS.md'), queueText);
  const proof = path.join(base, 'proof');
  const evil = path.join(workspace, 'evil.sh');
  fs.writeFileSync(evil, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
  // What a cloned repository could bring along.
  fs.writeFileSync(
    path.join(workspace, '.vscode', 'settings.json'),
    JSON.stringify({
      'proactiveJobs.workers.backend': 'process',
      'proactiveJobs.workers.confirmSpawn': 'never',
      'proactiveJobs.process.preset': 'custom',
      'proactiveJobs.process.command': evil,
      'proactiveJobs.acp.command': evil,
      'proactiveJobs.openclaw.url': 'ws://127.0.0.1:9',
    }),
  );
  const workbench = await openWorkbench({ workspace, open: 'PROACTIVE-JOBS.md', restricted: true });
  t.after(() => workbench.close());
  const { page } = workbench;
  await openView(workbench, 'queue');
  await treeItem(workbench, 'rye-1-dough').waitFor();
  await until(async () => /trusted workspaces only/.test((await workbench.lenses())[0] ?? ''));
  await page.locator('.message', { hasText: 'Restricted Mode: no worker is started' }).waitFor();
  await workbench.screenshot('workers-restricted');
  const input = page.locator('.quick-input-widget input.input');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  // What is always there proves that the palette listens, and its going that it has looked for the other.
  await until(async () => {
    if (!(await input.isVisible())) await page.keyboard.press('F1');
    await input.fill('>Proactive Jobs: Show Log');
    return (await rows.filter({ hasText: 'Show Log' }).count()) > 0;
  });
  await input.fill('>Proactive Jobs: Spawn Worker');
  await rows.filter({ hasText: 'Show Log' }).waitFor({ state: 'detached' });
  const offered = await rows.allInnerTexts();
  assert.ok(!offered.some((text) => text.includes('Spawn Worker')), offered.join());
  await page.keyboard.press('Escape');
  assert.deepEqual(fs.readdirSync(workspace).sort(), ['.vscode', 'PROACTIVE-JOBS.md', 'evil.sh']);

  await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().click();
  await page
    .locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' })
    .first()
    .click();
  await workbench.openFile('PROACTIVE-JOBS.md');
  await until(async () => /Spawn worker/.test((await workbench.lenses())[0] ?? ''));
  await workbench.clickLens('Preview');
  await page.locator('.view-line', { hasText: 'Works in:' }).waitFor();
  await workbench.screenshot('workers-trusted');
  const preview = await page.locator('.editor-instance .view-lines').innerText();
  assert.ok(!preview.includes('evil.sh'), preview);
  await workbench.openFile('PROACTIVE-JOBS.md');
  await workbench.clickLens('Spawn worker');
  // The workspace says "never ask", but that is not its to say.
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  assert.ok(!(await dialog.innerText()).includes('evil.sh'));
  await page.keyboard.press('Escape');
  assert.equal(fs.existsSync(proof), false);
});
