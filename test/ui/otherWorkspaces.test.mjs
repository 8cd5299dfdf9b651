// Workspaces that are not one trusted folder: several folders at once, and a folder in Restricted Mode.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openView, problems, treeItem, treeItems, waitForProblem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

test('several folders: each queue stands under its folder, and references reach across', async (t) => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-roots-'));
  t.after(() => fs.rmSync(base, { recursive: true, force: true }));
  writeQueue(base, 'boat', '### boat-1-hull: Hull\n- **Status:** complete\n- **Model:** opus\n');
  writeQueue(
    base,
    'quay',
    '### quay-1-crane: Crane\n- **Status:** pending\n- **Model:** opus\n- **Depends On:** boat-1-hull, boat-9-none\n',
  );
  const file = path.join(base, 'both.code-workspace');
  fs.writeFileSync(file, JSON.stringify({ folders: [{ path: 'boat' }, { path: 'quay' }] }));
  const workbench = await openWorkbench({ workspace: file });
  t.after(() => workbench.close());
  await openView(workbench, 'queue');
  await treeItem(workbench, 'quay-1-crane').waitFor();
  const queues = (await treeItems(workbench)).filter(({ level }) => level === 1);
  assert.deepEqual(
    queues.map(({ label }) => label),
    ['boat/PROACTIVE-JOBS.md', 'quay/PROACTIVE-JOBS.md'],
  );
  await openView(workbench, 'problems');
  await waitForProblem(workbench, 'boat-9-none');
  await workbench.screenshot('several-folders');
  const rows = await problems(workbench);
  assert.equal(rows.filter((row) => row.includes('unresolved-dependency')).length, 1, rows.join());
});

test('Restricted Mode: everything that reads works untrusted', async (t) => {
  const workbench = await openWorkbench({ restricted: true });
  t.after(() => workbench.close());
  await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
  await openView(workbench, 'queue');
  await treeItem(workbench, 'p3-1-schedule-grid').waitFor();
  await openView(workbench, 'problems');
  await waitForProblem(workbench, 'dependency-cycle');
  await workbench.screenshot('restricted-mode');
  await workbench.openFile('PROACTIVE-JOBS.md');
  await workbench.goToLine(1);
  assert.match(await workbench.hoverOn('p4-1-rota-model'), /Shifts and roles/);
});

function writeQueue(base, folder, tasks) {
  fs.mkdirSync(path.join(base, folder));
  fs.writeFileSync(
    path.join(base, folder, 'PROACTIVE-JOBS.md'),
    `# ${folder}\n\n## Phase 1: All\n\n${tasks}`,
  );
}
