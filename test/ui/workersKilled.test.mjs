// The language server and the extension host are killed with SIGKILL in the middle of a spawn, in a real VS Code. Where
// exactly is up to chance; that there is one request for each task, and that the queue says so, must hold anywhere.
// test/protocol/workersKilled.test.ts goes through every step of the server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { until } from './support/until.mjs';
import { openView, treeItem } from './support/views.mjs';
import { openWorkbench } from './support/workbench.mjs';

const ids = [
  'rye-1-dough',
  'rye-2-oven',
  'rye-3-shelf',
  'rye-4-water',
  'rye-5-salt',
  'rye-6-crust',
];
const taskText = (id) => `### ${id}: Do it\n- **Status:** pending\n- **Model:** haiku\n\n`;

let base;
let workbench;
before(async () => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-killed-'));
  const workspace = path.join(base, 'bakery');
  fs.mkdirSync(workspace);
  fs.writeFileSync(
    path.join(workspace, 'PROACTIVE-JOBS.md'),
    `# Bakery\n\n**Slots:** 0/9 in use\n\n${ids.map(taskText).join('')}`,
  );
  workbench = await openWorkbench({
    workspace,
    open: 'PROACTIVE-JOBS.md',
    // Only lenses in view are drawn, and all of them are looked at.
    viewport: { width: 1280, height: 1200 },
    settings: { 'proactiveJobs.workers.confirmSpawn': 'never' },
    machineSettings: {
      'proactiveJobs.workers.backend': 'queue',
      'proactiveJobs.workers.maxConcurrent': 9,
    },
  });
  await openView(workbench, 'queue');
  await treeItem(workbench, ids[0]).waitFor();
});
after(async () => {
  await workbench?.close();
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 3 });
});

const file = (...parts) => path.join(workbench.workspace, ...parts);
const read = (...parts) => {
  try {
    return fs.readFileSync(file(...parts), 'utf8');
  } catch {
    return '';
  }
};
const block = (id) =>
  read('PROACTIVE-JOBS.md')
    .split(/(?=### )/)
    .find((text) => text.startsWith(`### ${id}`)) ?? '';
const requestsOf = (id) => {
  const folder = file('scheduler', 'spawn-queue', 'requests');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return names.filter(
    (name) =>
      name.endsWith('.json') && read('scheduler', 'spawn-queue', 'requests', name).includes(id),
  );
};
const ledger = () => {
  const folder = file('scheduler', 'spawn-queue', '.proactive-jobs');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [];
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => read('scheduler', 'spawn-queue', '.proactive-jobs', name))
    .join('');
};

/** When the process is killed: as soon as this is true of the files. */
const moments = {
  reserved: (id) => ledger().includes(id),
  requested: (id) => requestsOf(id).length > 0,
  recorded: (id) => block(id).includes('in-progress'),
};

/** Clicks on a task, all before it having workers, kills when it is time, and clicks on until the worker is there. */
async function spawnAndKill(id, isTime, kill) {
  // All lenses are looked at: right after a reload an earlier task may be offered still, and this one not yet.
  const expected = ids.map((_, at) => (at < ids.indexOf(id) ? 'Watch' : 'Spawn worker'));
  await until(async () => {
    const lenses = await workbench.lenses();
    return (
      lenses.length === ids.length && lenses.every((text, at) => text.startsWith(expected[at]))
    );
  });
  const victim = workbench.serverProcess();
  assert.ok(victim, 'the language server runs');
  await workbench.clickLens('Spawn worker');
  // A tight loop: the moment is short.
  const end = Date.now() + 30_000;
  while (!isTime(id)) {
    if (Date.now() > end) throw new Error(`Nothing was seen of a start of ${id}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await kill(victim);
  await until(() => {
    const now = workbench.serverProcess();
    return now !== undefined && now.pid !== victim.pid;
  });
  await until(async () => {
    assert.ok(requestsOf(id).length <= 1, `${id} was requested twice`);
    if (requestsOf(id).length === 1 && block(id).includes('in-progress')) return true;
    // Where the start left no trace, its lens is there again; a person clicks once more.
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Spawn worker' });
    const isStill = (await lens.count()) > 0 && block(id).includes('pending');
    if (isStill)
      await lens
        .first()
        .click({ timeout: 5_000 })
        .catch(() => {});
    return false;
  });
  assert.equal(requestsOf(id).length, 1);
  assert.equal(block(id).match(/\*\*(?:Worker|Attempt|Started):\*\*/g)?.length, 3);
}

const killServer = ({ pid }) => process.kill(pid, 'SIGKILL');
const killHost = async ({ extensionHost }) => {
  process.kill(extensionHost, 'SIGKILL');
  await workbench.reload();
};

for (const [at, moment] of Object.keys(moments).entries()) {
  test(`the language server killed when a start is ${moment}`, async () => {
    await spawnAndKill(ids[at], moments[moment], killServer);
  });
}

for (const [at, moment] of Object.keys(moments).entries()) {
  test(`the extension host killed when a start is ${moment}`, async () => {
    await spawnAndKill(ids[3 + at], moments[moment], killHost);
  });
}

test('afterwards the tree shows each worker once, and the slots agree', async () => {
  await until(() => read('PROACTIVE-JOBS.md').includes('**Slots:** 6/9 in use'));
  await openView(workbench, 'queue');
  await until(async () => (await treeItem(workbench, 'Workers').innerText()).includes('6 queued'));
  await workbench.screenshot('workers-after-kills');
});
