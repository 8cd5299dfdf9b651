import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readLedger } from '../../../server/src/workers/foldLedger';
import { type BundledScript, bundledScript } from '../support/bundledScript';
import { type TemporaryFolder, diskPorts, temporaryFolder } from '../support/workerDisk';
import { queueFolder, requestOf, writeLedger } from './waitingQueue';

let worker: BundledScript;
let folder: TemporaryFolder;
let children: ChildProcess[];
beforeAll(async () => {
  worker = await bundledScript('test/workers/backends/queueWorker.ts');
});
afterAll(() => worker.remove());
beforeEach(async () => {
  folder = await temporaryFolder('queue');
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await folder.remove();
});

function start(role: string, requests: number) {
  const child = spawn(process.execPath, [worker.path, folder.path, role, String(requests)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** All that it says until it ends by itself. */
async function wordsOf(child: ReturnType<typeof start>): Promise<readonly object[]> {
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) lines.push(line);
  await ended;
  expect(child.exitCode).toBe(0);
  return lines.map((line) => JSON.parse(line) as object);
}

function names(place: string): Promise<readonly string[]> {
  return readdir(join(folder.path, queueFolder, place)).catch((): string[] => []);
}

/** Each request was started once and answered, and the ledger says where its worker is. */
async function expectAllStarted(said: readonly object[], count: number): Promise<void> {
  const uuids = Array.from({ length: count }, (_, n) => requestOf('', n).identity.uuid).sort();
  const order = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  expect([...said].sort(order)).toEqual(uuids.map((started) => ({ started })));
  const files = uuids.map((uuid) => `${uuid}.json`);
  expect([...(await names('responses'))].sort()).toEqual(files);
  expect([...(await names('archive'))].sort()).toEqual(files);
  expect([...(await names('requests')), ...(await names('processing'))]).toEqual([]);
  const ledger = join(folder.path, queueFolder, '.proactive-jobs/ledger.jsonl');
  const { attempts, problems } = readLedger(await readFile(ledger, 'utf8'));
  expect(problems).toEqual([]);
  const states = [...attempts.values()].map(({ backend, state }) => `${backend} ${state}`);
  expect(new Set(states)).toEqual(new Set(['process started']));
  expect(attempts.size).toBe(count);
}

it(
  'four processes that publish and run 800 requests at once lose none and start none twice',
  { timeout: 900_000 },
  async () => {
    await writeLedger(diskPorts(folder.path).files, folder.path, 800);
    const said = await Promise.all(Array.from({ length: 4 }, () => wordsOf(start('drain', 800))));
    await expectAllStarted(said.flat(), 800);
    expect(said.filter((words) => words.length > 0).length).toBeGreaterThan(1);
  },
);

it(
  'a request that a process held in processing when it was killed is run by another, not before',
  { timeout: 300_000 },
  async () => {
    await writeLedger(diskPorts(folder.path).files, folder.path, 3);
    const [first] = [0, 1, 2].map((n) => requestOf(folder.path, n));
    await wordsOf(start('publish', 3));
    const holder = start('hold', 3);
    const [line] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
    const { holds } = JSON.parse(line) as { readonly holds: string };
    expect(holds).toBe(first?.identity.uuid);
    const [held = ''] = await names('processing');
    expect(held).toMatch(new RegExp(`^${holds}\\.by-[0-9a-f]+\\.json$`));
    // While it lives, others take the rest and leave that one to it.
    const others = await wordsOf(start('once', 3));
    expect(others).toHaveLength(2);
    expect(await names('processing')).toEqual([held]);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await expectAllStarted([...others, ...(await wordsOf(start('drain', 3)))], 3);
  },
);
