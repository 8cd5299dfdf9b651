import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  claimRequest,
  recoverProcessing,
  waitingRequests,
} from '../../../server/src/workers/backends/queue/drainQueue';
import { queueBackend } from '../../../server/src/workers/backends/queue/queueBackend';
import type { QueueDisk } from '../../../server/src/workers/backends/queue/queueFolders';
import { type BundledScript, bundledScript } from '../support/bundledScript';
import { identityOf, spawnRequest } from '../support/spawnRequests';
import { type TemporaryFolder, diskPorts, temporaryFolder } from '../support/workerDisk';

const never = new AbortController().signal;

describe('the file queue between processes', () => {
  let worker: BundledScript;
  let folder: TemporaryFolder;
  let disk: QueueDisk;
  let children: ChildProcess[];
  beforeAll(async () => {
    worker = await bundledScript('test/workers/backends/queueWorker.ts');
  });
  afterAll(() => worker.remove());
  beforeEach(async () => {
    folder = await temporaryFolder('queue');
    disk = { ...diskPorts(folder.path), folder: 'scheduler/spawn-queue' };
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await folder.remove();
  });

  const start = (...args: readonly string[]) => {
    const child = spawn(process.execPath, [worker.path, folder.path, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const names = (place: string) =>
    readdir(join(folder.path, 'scheduler/spawn-queue', place)).catch((): string[] => []);

  it(
    'has each of 800 requests, published by four processes at once, taken by one of them',
    { timeout: 600_000 },
    async () => {
      const said = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const child = start('drain', '800');
          const lines: string[] = [];
          const ended = once(child, 'close');
          for await (const line of createInterface({ input: child.stdout })) lines.push(line);
          await ended;
          expect(child.exitCode).toBe(0);
          return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
        }),
      );
      const every = Array.from({ length: 800 }, (_, index) => identityOf(`task-${index}`));
      const taken = said.flat().map(({ taken }) => taken);
      expect(said.flat().filter(({ taken }) => taken === undefined)).toEqual([]);
      expect(taken.sort()).toEqual(every.map(({ uuid }) => uuid).sort());
      const files = every.map(({ uuid }) => `${uuid}.json`).sort();
      expect((await names('responses')).sort()).toEqual(files);
      expect((await names('archive')).sort()).toEqual(files);
      expect([...(await names('requests')), ...(await names('processing'))]).toEqual([]);
      const outcome = await queueBackend(disk).find(identityOf('task-7'), never);
      const sessionKey = `session-of-${identityOf('task-7').uuid}`;
      expect(outcome).toMatchObject({ kind: 'found', run: { state: 'running', sessionKey } });
    },
  );

  it('puts a request back that a dead process held, but neither early nor while it lives', async () => {
    const { identity } = spawnRequest('task-1', { cwd: folder.path });
    await queueBackend(disk).spawn(spawnRequest('task-1', { cwd: folder.path }), never);
    const holder = start('hold');
    const [line] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
    expect(JSON.parse(line)).toEqual({ holds: identity.uuid });
    const [held = ''] = await names('processing');
    expect(held).toMatch(new RegExp(`^${identity.uuid}\\.by-[0-9a-f]+\\.json$`));
    const old = new Date(Date.now() - 3_600_000);
    await utimes(join(folder.path, 'scheduler/spawn-queue/processing', held), old, old);

    const whileAlive = await recoverProcessing(disk, 60_000);
    expect(whileAlive).toEqual({ putBack: [], uncertain: [identity.uuid] });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await recoverProcessing(disk, 7_200_000)).toEqual({ putBack: [], uncertain: [] });
    expect(await names('processing')).toEqual([held]);
    expect(await recoverProcessing(disk, 60_000)).toEqual({
      putBack: [identity.uuid],
      uncertain: [],
    });
    expect(await names('processing')).toEqual([]);
    const [name = ''] = await waitingRequests(disk);
    const again = await claimRequest(disk, name);
    expect(again).toMatchObject({ kind: 'taken', taken: { request: { identity } } });
  });
});
