// A program of this machine as the worker, in a real VS Code: started by a lens, followed, stopped, and outliving the window.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../scripts/processes.mjs';
import { until } from './support/until.mjs';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const queueText = `# Bakery

**Slots:** 0/2 in use

### rye-1-dough: Mix the dough
- **Status:** pending
- **Model:** haiku

Knead it for twenty minutes, then let it rest under a cloth.

### rye-2-oven: Heat the oven
- **Status:** pending
- **Model:** sonnet

Bring it to 250 degrees, with the stone inside.
`;

/** What the stand-in does for which task: nothing of it is in the queue, which people see. */
const orders = { 'Knead it': 'hang', 'Bring it to': 'finish' };

let base;
let workbench;
let agentLog;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-process-'));
  const workspace = path.join(base, 'bakery');
  fs.mkdirSync(workspace);
  fs.writeFileSync(path.join(workspace, 'PROACTIVE-JOBS.md'), queueText);
  const bundle = path.join(base, 'fakeAgent.cjs');
  await build({
    entryPoints: [path.join(root, 'test/workers/support/fakeAgent.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const program = path.join(base, 'claude');
  agentLog = path.join(base, 'starts.jsonl');
  // The environment of the editor is not that of the test: what the program needs to know is in it.
  const env = { FAKE_AGENT_LOG: agentLog, FAKE_AGENT_ORDERS: JSON.stringify(orders) };
  const script = `#!${process.execPath}\nObject.assign(process.env, ${JSON.stringify(env)});\nrequire(${JSON.stringify(bundle)});\n`;
  fs.writeFileSync(program, script, { mode: 0o755 });
  workbench = await openWorkbench({
    workspace,
    open: 'PROACTIVE-JOBS.md',
    settings: { 'proactiveJobs.workers.confirmSpawn': 'always' },
    machineSettings: {
      'proactiveJobs.workers.backend': 'process',
      'proactiveJobs.process.preset': 'claude',
      'proactiveJobs.process.command': program,
    },
  });
  await openView(workbench, 'queue');
  await treeItem(workbench, 'rye-1-dough').waitFor();
});
after(async () => {
  for (const { pid } of starts()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      continue; // It has ended, as it should.
    }
  }
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

const queueNow = () => fs.readFileSync(path.join(workbench.workspace, 'PROACTIVE-JOBS.md'), 'utf8');
const starts = () =>
  fs.existsSync(agentLog)
    ? fs
        .readFileSync(agentLog, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a click on the lens starts the program once; queue, tree and transcript tell of it', async () => {
  await until(async () => (await workbench.lenses())[0]?.startsWith('Spawn worker · haiku'));
  await workbench.clickLens('Spawn worker');
  const question = await workbench.answer('Start');
  assert.match(question, /Back end: process/);
  await until(() => starts().length === 1 && /\*\*Slots:\*\* 1\/2 in use/.test(queueNow()));
  assert.equal(starts()[0].cwd, fs.realpathSync(workbench.workspace));
  assert.match(starts()[0].prompt, /Knead it for twenty minutes/);
  assert.match(queueNow(), /rye-1-dough[^#]*\*\*Status:\*\* in-progress/);
  await until(
    async () => (await workbench.lenses())[0] === 'Watch · running | Stop | Show in graph',
  );
  await workbench.clickLens('Watch');
  await workbench.page.locator('.view-line', { hasText: 'I am at it.' }).waitFor();
  await until(async () => (await treeItem(workbench, 'Workers').innerText()).includes('1 running'));
  await workbench.screenshot('workers-process');
});

test('a worker that is quick ends, and the tree says how', async () => {
  await workbench.openFile('PROACTIVE-JOBS.md');
  await workbench.clickLens('Spawn worker');
  await workbench.answer('Start');
  await until(async () =>
    (await treeItem(workbench, 'Workers').innerText()).includes('1 succeeded'),
  );
  assert.equal(starts().length, 2);
  await until(
    async () =>
      (await workbench.lenses())[1] ===
      'Worker finished | Claim as finished | Retry · sonnet | Show in graph',
  );
  await workbench.screenshot('workers-process-ended');
});

test('the worker outlives the window, is found again, and is stopped', async () => {
  const [{ pid }] = starts();
  await workbench.reload();
  await until(
    async () => (await workbench.lenses())[0] === 'Watch · running | Stop | Show in graph',
  );
  assert.ok(isAlive(pid));
  assert.equal(starts().length, 2);
  await workbench.clickLens('Stop');
  await workbench.answer('Stop');
  await until(() => !isAlive(pid));
  await until(() => /rye-1-dough[^#]*\*\*Status:\*\* pending/.test(queueNow()));
  const words = async () => treeItem(workbench, 'Workers').innerText();
  await until(async () => (await words()).includes('1 cancelled'));
  await until(async () => !(await words()).includes('running'));
  await workbench.screenshot('workers-process-stopped');
});

test('a worker whose task was taken out of the queue is named in the tree, and stopped there', async () => {
  await workbench.openFile('PROACTIVE-JOBS.md');
  await workbench.clickLens('Spawn worker');
  await workbench.answer('Start');
  await until(() => /rye-1-dough[^#]*\*\*Status:\*\* in-progress/.test(queueNow()));
  await until(() => starts().length === 3);
  const { pid } = starts()[2];
  const withoutDough = queueNow().replace(/### rye-1-dough[^]*?(?=### )/, '');
  fs.writeFileSync(path.join(workbench.workspace, 'PROACTIVE-JOBS.md'), withoutDough);
  const node = treeItem(workbench, 'rye-1-dough');
  await until(async () => (await node.innerText()).includes('task gone'));
  await workbench.screenshot('workers-task-gone');
  assert.ok(isAlive(pid));
  await workbench.runCommand('Proactive Jobs: Stop Worker...', { opensPick: true });
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', {
    hasText: 'no queue has the task any more',
  });
  await row.waitFor();
  await row.click();
  await workbench.answer('Stop');
  await until(() => !isAlive(pid));
  await until(
    async () => !(await treeItem(workbench, 'Workers').innerText()).includes('needs you'),
  );
  assert.equal(queueNow(), withoutDough);
});
