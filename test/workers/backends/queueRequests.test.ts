import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueBackend } from '../../../server/src/workers/backends/queue/queueBackend';
import type { QueueDisk } from '../../../server/src/workers/backends/queue/queueFolders';
import {
  readQueuedRequest,
  requestText,
} from '../../../server/src/workers/backends/queue/requestText';
import { readSpawnRequest } from '../../../server/src/core/runs/readSpawnRequest';
import { identityOf, spawnRequest } from '../support/spawnRequests';
import { type TemporaryFolder, diskPorts, temporaryFolder } from '../support/workerDisk';

const never = new AbortController().signal;
const key = 'agent:main:subagent:0b0e8a66-5b0a-4c5e-9d0e-6a4a1f9f0c11';

describe('requests and answers in the file queue', () => {
  let folder: TemporaryFolder;
  let disk: QueueDisk;
  beforeEach(async () => {
    folder = await temporaryFolder('queue');
    disk = { ...diskPorts(folder.path), folder: 'q' };
  });
  afterEach(() => folder.remove());
  const request = () => spawnRequest('task-1', { cwd: folder.path, model: 'sonnet' });
  const { uuid } = identityOf('task-1');
  const find = () => queueBackend(disk).find(identityOf('task-1'), never);

  it('writes what existing processors read', async () => {
    const asked = request();
    await queueBackend(disk).spawn(asked, never);
    const text = (await disk.files.read(`q/requests/${uuid}.json`)) ?? '';
    expect(JSON.parse(text)).toMatchObject({
      requestId: uuid,
      requestedBy: 'proactive-jobs',
      requestedAt: new Date(asked.requestedAt).toISOString(),
      spawn: { label: 'task-1', model: 'sonnet', task: asked.prompt },
    });
    expect(readSpawnRequest(text, `${uuid}.json`, 0)).toMatchObject({
      requestId: uuid,
      label: 'task-1',
      model: 'sonnet',
      reading: 'object',
    });
  });

  it('reads its own requests again', () => {
    const asked = { ...request(), runTimeoutMs: 60_000 };
    expect(readQueuedRequest(requestText(asked))).toEqual({
      ...{ prompt: asked.prompt, model: 'sonnet', cwd: folder.path, runTimeoutMs: 60_000 },
    });
  });

  it.each([
    ['spawned', { status: 'spawned', sessionKey: key }, 'running'],
    ['completed', { status: 'completed', sessionKey: key, result: 'Done.' }, 'succeeded'],
    ['error', { status: 'error', error: 'unknown model' }, 'failed'],
  ])('believes "%s" of another processor with our id', async (_name, answer, state) => {
    await queueBackend(disk).spawn(request(), never);
    await disk.files.claim(`q/requests/${uuid}.json`, `q/processing/${uuid}.json`);
    expect(await find()).toMatchObject({ kind: 'found', run: { state: 'starting' } });
    await disk.files.create(
      `q/responses/${uuid}.json`,
      JSON.stringify({ requestId: uuid, processedAt: '2026-02-12T10:00:00Z', ...answer }),
    );
    expect(await find()).toMatchObject({ kind: 'found', run: { state } });
  });

  it.each([
    ['a key that is none', { requestId: uuid, status: 'spawned', sessionKey: '1234' }],
    ['no key', { requestId: uuid, status: 'spawned' }],
    ['another id', { requestId: 'REQUEST:tidy-reef', status: 'spawned', sessionKey: key }],
    ['a status of its own', { requestId: uuid, status: 'no-valid-spawn', sessionKey: key }],
    ['a list', []],
  ])('does not believe an answer with %s', async (_name, answer) => {
    await queueBackend(disk).spawn(request(), never);
    await disk.files.claim(`q/requests/${uuid}.json`, `q/processing/${uuid}.json`);
    await disk.files.create(`q/responses/${uuid}.json`, JSON.stringify(answer));
    expect(await find()).toMatchObject({ kind: 'cannot-tell' });
  });

  it('publishes nothing twice, even when every trace in the folders was cleared away', async () => {
    await queueBackend(disk).spawn(request(), never);
    await disk.files.remove(`q/requests/${uuid}.json`);
    expect(await find()).toMatchObject({ kind: 'cannot-tell' });
    const clock = { ...disk.clock, now: clockThatRuns() };
    const outcome = await queueBackend({ ...disk, clock }).spawn(request(), never);
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(await disk.files.list('q/requests')).toEqual([]);
  });

  it('publishes for one who died between its mark and its request', async () => {
    const owner = { host: disk.actor.host, pid: 2 ** 31 - 1, startMark: 'gone' };
    const mark = { attemptId: 'alpha/task-1#1', at: Date.now(), isPublished: false, owner };
    await disk.files.create(`q/.proactive-jobs/published/${uuid}.json`, JSON.stringify(mark));
    expect(await find()).toMatchObject({ kind: 'absent' });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () =>
        queueBackend({ ...diskPorts(folder.path), folder: 'q' }).spawn(request(), never),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(4).fill('started'));
    expect(await disk.files.list('q/requests')).toEqual([`${uuid}.json`]);
  });

  it('says what is wrong when the folder cannot be used', async () => {
    await disk.files.create('q', 'a file where the folder should be');
    const outcome = await queueBackend(disk).spawn(request(), never);
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect((outcome as { readonly remedy: string }).remedy).toContain('folder');
  });
});

/** A clock that is a second later each time it is asked. */
function clockThatRuns(): () => number {
  let now = Date.now();
  return () => (now += 1_000);
}
