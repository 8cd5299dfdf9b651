import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';
import { ScriptedWorkers } from '../support/scriptedWorkers';

const queue = '### a-1: First\n- **Status:** pending\n';
const texts = {
  'PROACTIVE-JOBS.md': `${queue}\n### b-1-build-index\n- **Status:** pending\n`,
  'empty.md': '',
};
const config = '/home/u/.config/proactive-jobs/config.json';

test.each([
  [['spawn'], 'spawn takes the id of one task, not 0.'],
  [['spawn', 'a-1', 'a-2'], 'spawn takes the id of one task, not 2.'],
  [['spawn', 'a-1', '--next'], '--next chooses by itself: leave out a-1.'],
  [
    ['spawn', '--next', '--fill'],
    'Use --next for one task, or --fill for all free slots; not both.',
  ],
  [['spawn', '--fill', '--override-slots'], '--override-slots is for one task'],
  [['spawn', 'a-1', '--yes', '--dry-run'], 'Use --dry-run to look, or --yes to do it; not both.'],
  [['adopt', 'a-1'], 'adopt takes the id of a task and the key of a session.'],
  [['workers', 'a-1'], 'workers lists all of them: leave out a-1.'],
  [['complete', 'a-1', '--override', ' '], '--override needs the reason, in words'],
  [['cancel', 'a-1', '--yes'], '--yes belongs to spawn and retry, not to cancel.'],
  [['spawn', 'a-1', '--summary', 'x'], '--summary belongs to claim, not to spawn.'],
  [
    ['spawn', 'a-1', '--format', 'json'],
    '--format belongs to check, list, graph and verify, not to spawn.',
  ],
  [
    ['check', '--backend', 'queue'],
    '--backend belongs to the commands about workers, not to check.',
  ],
  [['spawn', 'b-1'], 'No queue of this folder has a task "b-1". Do you mean b-1-build-index?'],
  [
    ['spawn', 'zzz'],
    'No queue of this folder has a task "zzz". Write its whole id, as the queue does.',
  ],
  [
    ['spawn', 'a-1', '--queue', 'gone.md'],
    'gone.md is no queue of this folder. Its queue is PROACTIVE-JOBS.md.',
  ],
  [
    ['spawn', '--next', '--queue', 'gone.md'],
    'gone.md is no queue of this folder. Its queue is PROACTIVE-JOBS.md.',
  ],
  [['spawn', 'a-1', '--template', 'gone.txt'], '--template gone.txt: there is no such file.'],
  [['spawn', 'a-1', '--template', 'empty.md'], '--template empty.md: is empty.'],
  [['spawn', 'a-1', '--backend', 'acp'], 'lives only as long as the program that started it'],
  [
    ['spawn', 'a-1', '--backend', 'moon'],
    '--backend is "moon". It should be one of auto, openclaw, process, queue.',
  ],
  [['spawn', 'a-1', '--max', '99'], '--max is "99". It should be a whole number from 1 to 20.'],
  [
    ['spawn', 'a-1', '--openclaw-url', 'http://x'],
    'It should be an address that begins with ws:// or wss://',
  ],
  [['spawn', 'a-1', '--openclaw-url', 'ws://u:p@x'], 'without a login in it'],
  [['spawn', 'a-1', '--spawn-queue', '../up'], 'It should be a folder inside of the workspace'],
])('%j is told what is wrong and what would be right', async (argv, message) => {
  const workers = new ScriptedWorkers();
  const run = await runInMemory(texts, argv, { workers });
  expect(run.err).toContain(message);
  expect(run).toMatchObject({ status: 2, out: '' });
  expect(workers.asked).toEqual([]);
});

test('an id that two queues have needs the queue, and --queue gives it', async () => {
  const two = { 'PROACTIVE-JOBS.md': queue, 'sub/PROACTIVE-JOBS.md': queue };
  const unclear = await runInMemory(two, ['spawn', 'a-1', '--yes']);
  expect(unclear.err).toContain(
    'Several queues have a task "a-1": PROACTIVE-JOBS.md and sub/PROACTIVE-JOBS.md. Say which one with --queue PATH.',
  );
  expect(unclear.status).toBe(2);
  const clear = await runInMemory(two, [
    'spawn',
    'a-1',
    '--yes',
    '--queue',
    'sub/PROACTIVE-JOBS.md',
  ]);
  expect(clear.status).toBe(0);
});

test('a folder without a queue is the wrong one', async () => {
  const run = await runInMemory({ 'notes/readme.txt': '' }, ['workers']);
  expect(run.err).toContain(
    'There is no queue below /w. Run this in the folder that the editor opens',
  );
  expect(run.status).toBe(2);
});

test('a folder inside of one that keeps a ledger is the wrong one, and so is one around it', async () => {
  const ledger = 'scheduler/spawn-queue/.proactive-jobs/workspace.json';
  const around = await runInMemory({ ...texts, [`/${ledger}`]: '{}' }, ['spawn', 'a-1', '--yes']);
  expect(around.err).toContain('The workers of this folder are recorded in /, around it.');
  expect(around.status).toBe(2);
  const inside = { 'sub/PROACTIVE-JOBS.md': queue, [`sub/${ledger}`]: '{}' };
  const nested = await runInMemory(inside, ['spawn', 'a-1', '--yes']);
  expect(nested.err).toContain('recorded in /w/sub. Run this there: cd /w/sub');
  expect((await runInMemory(inside, ['spawn', '--next', '--yes'])).status).toBe(2);
});

test('a spawn queue that the editor has elsewhere has to be said', async () => {
  const settings = '{ "proactiveJobs.spawnQueue.folder": "work/queue" }';
  const elsewhere = { ...texts, '.vscode/settings.json': settings };
  const run = await runInMemory(elsewhere, ['spawn', 'a-1', '--yes']);
  expect(run.err).toContain('Say so here, too: --spawn-queue work/queue');
  expect(run.status).toBe(2);
  const argv = ['spawn', 'a-1', '--yes', '--spawn-queue', 'work/queue'];
  expect((await runInMemory(elsewhere, argv)).status).toBe(0);
});

test('flags win over variables, variables over the file, the file over the defaults', async () => {
  const workers = new ScriptedWorkers();
  workers.variables = { PROACTIVE_JOBS_BACKEND: 'openclaw', PROACTIVE_JOBS_PRESET: '' };
  const file = JSON.stringify({
    backend: 'process',
    maxConcurrent: 5,
    process: { preset: 'custom', command: '/bin/agent', args: ['--go'] },
    models: { Big: 'opus-9' },
    projects: { radio: '~/radio' },
  });
  await runInMemory({ ...texts, [config]: file }, ['workers', '--max', '7'], { workers });
  expect(workers.order?.config).toMatchObject({
    backend: 'openclaw',
    maxConcurrent: 7,
    process: { preset: 'custom', command: '/bin/agent', args: ['--go'], env: {} },
    models: { Big: 'opus-9' },
    queue: { folder: 'scheduler/spawn-queue' },
    startGraceSeconds: 120,
  });
  expect(workers.order?.projects).toEqual({ radio: '~/radio' });
});

test('arguments of a program are given one by one', async () => {
  const workers = new ScriptedWorkers();
  const argv = ['workers', '--command', 'agent', '--arg=--fast', '--arg', 'a b'];
  await runInMemory(texts, argv, { workers });
  expect(workers.order?.config.process).toMatchObject({
    command: 'agent',
    args: ['--fast', 'a b'],
  });
});

test('the words of --template are those of the worker', async () => {
  const workers = new ScriptedWorkers();
  const files = { ...texts, 'words.txt': 'Do ${taskId}.' };
  await runInMemory(files, ['workers', '--template', 'words.txt'], { workers });
  expect(workers.order?.config.promptTemplate).toBe('Do ${taskId}.');
});

test.each([
  ['{', 'is not valid JSON'],
  ['[]', 'should hold an object, such as {"backend": "queue"}.'],
  ['{"backend": "moon"}', `"backend" in ${config} is "moon". It should be one of`],
  ['{"speed": 1}', 'says "speed", which is not known. Known are: backend, '],
  ['{"process": {"shell": "sh"}}', 'says "process.shell", which is not known.'],
  [
    '{"openclaw": {"token": "x"}}',
    "Secrets do not belong into files: put the gateway's token into the variable OPENCLAW_GATEWAY_TOKEN.",
  ],
  ['{"projects": []}', '"projects" in'],
])('the file %s is told what is wrong with it', async (text, message) => {
  const run = await runInMemory({ ...texts, [config]: text }, ['workers']);
  expect(run.err).toContain(message);
  expect(run.status).toBe(2);
});

test('the file stands where XDG_CONFIG_HOME says, if that is absolute', async () => {
  const workers = new ScriptedWorkers();
  const files = { ...texts, '/xdg/proactive-jobs/config.json': '{"maxConcurrent": 9}' };
  workers.variables = { XDG_CONFIG_HOME: '/xdg' };
  await runInMemory(files, ['workers'], { workers });
  expect(workers.order?.config.maxConcurrent).toBe(9);
  workers.variables = { XDG_CONFIG_HOME: 'xdg' };
  const relative = { ...texts, 'xdg/proactive-jobs/config.json': '{"maxConcurrent": 9}' };
  await runInMemory(relative, ['workers'], { workers });
  expect(workers.order?.config.maxConcurrent).toBe(2);
});

test('nothing of the workspace says how workers are run', async () => {
  const workers = new ScriptedWorkers();
  const hostile = {
    ...texts,
    '.vscode/settings.json': '{"proactiveJobs.process.command": "/tmp/evil"}',
    'proactive-jobs/config.json': '{"process": {"command": "/tmp/evil"}}',
    '.config/proactive-jobs/config.json': '{"process": {"command": "/tmp/evil"}}',
  };
  await runInMemory(hostile, ['workers'], { workers });
  expect(workers.order?.config.process.command).toBeUndefined();
});

test('the token of the gateway is that of the variable, for the gateway that the user named', async () => {
  const workers = new ScriptedWorkers();
  workers.variables = { OPENCLAW_GATEWAY_TOKEN: 'abc' };
  await runInMemory(texts, ['workers', '--openclaw-url', 'wss://gate.local'], { workers });
  expect(await workers.order?.secrets.openclawToken('wss://gate.local')).toBe('abc');
  expect(await workers.order?.secrets.openclawToken('wss://other.local')).toBeUndefined();
});
