// Records on the disk that hold anything at all: each is said to be damaged, and nothing is started, stopped or thrown.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FindOutcome, WorkerBackend } from '../../../server/src/workers/backend';
import { openAcpBackend } from '../../../server/src/workers/backends/acp/acpBackend';
import { processBackend } from '../../../server/src/workers/backends/process/processBackend';
import { queueBackend } from '../../../server/src/workers/backends/queue/queueBackend';
import { defaultWorkersConfig } from '../../../server/src/workers/workersConfig';
import { RecordingLogger } from '../../support/recordingLogger';
import { identityOf, spawnRequest } from '../support/spawnRequests';
import { diskPorts, temporaryFolder } from '../support/workerDisk';

const identity = identityOf('task-1');
const { uuid, attemptId } = identity;
const never = new AbortController().signal;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder('hostile');
});
afterEach(() => folder.remove());

async function put(path: string, text: string): Promise<void> {
  const place = join(folder.path, 'q/.proactive-jobs', path);
  await mkdir(join(place, '..'), { recursive: true });
  await writeFile(place, text);
}

function open(id: 'process' | 'acp' | 'queue'): WorkerBackend {
  const disk = { ...diskPorts(folder.path), folder: 'q' };
  const { process, acp } = defaultWorkersConfig;
  const environment = {};
  if (id === 'queue') return queueBackend(disk);
  if (id === 'process')
    return processBackend({ ...disk, config: process, runnerPath: '/nowhere.js', environment });
  const rest = { config: acp, permissionMode: 'default', logger: new RecordingLogger() } as const;
  return openAcpBackend({ ...disk, ...rest, environment });
}

const owner = { pid: 2 ** 22 + 1, startMark: 'none' };
const host = diskPorts('/').actor.host;
const run = { attemptId, preset: 'claude', at: 1, host, owner };
const session = { sessionId: 's', agent: owner, at: 1 };
const bad = [
  '',
  '[]',
  'null',
  '7',
  '"text"',
  '{"attemptId": "x"',
  '{}',
  '{"__proto__": {"attemptId": "x", "at": 1}, "constructor": 1}',
];

/** Wrong in one of these fields each. */
function spoilt<T extends object>(record: T, names: readonly (keyof T)[]): readonly string[] {
  const values: readonly unknown[] = [{}, [], '', true];
  return names.flatMap((name) =>
    values.map((value) => JSON.stringify({ ...record, [name]: value })),
  );
}
const huge = (record: object, name: string) =>
  JSON.stringify({ ...record, [name]: 'HUGE' }).replace('"HUGE"', '1e999');

interface Case {
  readonly id: 'process' | 'acp';
  readonly path: string;
  /** What stands beside it, sound. */
  readonly beside: Readonly<Record<string, object>>;
  readonly texts: readonly string[];
}
const runs = `runs/${uuid}/1`;
const ofAcp = `acp/${uuid}`;
const without = <T extends object>(record: T, name: keyof T) =>
  JSON.stringify({ ...record, [name]: undefined });
const cases: readonly Case[] = [
  {
    ...{ id: 'process', path: `${runs}/run.json`, beside: {} },
    texts: [...bad, huge(run, 'at'), ...spoilt(run, ['at', 'owner']), without(run, 'attemptId')],
  },
  {
    ...{ id: 'process', path: `${runs}/runner.json`, beside: { [`${runs}/run.json`]: run } },
    texts: [
      ...bad,
      '{"pid": 0, "at": 1}',
      '{"pid": -1, "at": 1}',
      '{"pid": "1", "at": 1}',
      '{"pid": 1.5, "at": 1}',
      '{"pid": 1, "at": 1, "startMark": 5}',
    ],
  },
  {
    ...{ id: 'process', path: `${runs}/agent.json` },
    beside: { [`${runs}/run.json`]: run, [`${runs}/runner.json`]: { ...owner, at: 1 } },
    texts: [...bad, '{"pid": 1e999, "at": 1}', '{"pid": 1, "at": "now"}', '{"pid": [1], "at": 1}'],
  },
  {
    ...{ id: 'process', path: `${runs}/exit.json` },
    beside: { [`${runs}/run.json`]: run, [`${runs}/runner.json`]: { ...owner, at: 1 } },
    texts: [
      ...bad,
      '{"how": "constructor", "code": 0, "signal": null, "at": 1}',
      '{"how": "exited", "code": "0", "signal": null, "at": 1}',
      '{"how": "exited", "code": 0, "signal": null, "at": 1, "error": {}}',
    ],
  },
  {
    ...{ id: 'acp', path: `${ofAcp}/claim.json`, beside: {} },
    texts: [...bad, huge(run, 'at'), without(run, 'host')],
  },
  {
    ...{ id: 'acp', path: `${ofAcp}/session.json`, beside: { [`${ofAcp}/claim.json`]: run } },
    texts: [...bad, ...spoilt(session, ['agent', 'at']), without(session, 'agent')],
  },
  {
    ...{ id: 'acp', path: `${ofAcp}/end.json`, beside: { [`${ofAcp}/claim.json`]: run } },
    texts: [...bad, '{"state": "running", "at": 1}', '{"state": "lost", "at": 1, "lastLine": 7}'],
  },
];

describe.each(cases)('$id: $path', ({ id, path, beside, texts }) => {
  test.each(texts)('%s', async (text) => {
    for (const [name, record] of Object.entries(beside)) await put(name, JSON.stringify(record));
    await put(path, text);
    const backend = open(id);
    const found: FindOutcome = await backend.find(identity, never);
    expect(found).toMatchObject({ kind: 'cannot-tell' });
    expect(found.kind === 'cannot-tell' && found.why).toMatch(/\.json is damaged: it /);
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cannot-tell' });
    const request = spawnRequest('task-1', { cwd: folder.path });
    expect(await backend.spawn(request, never)).toMatchObject({ kind: 'unknown' });
    expect(await backend.list(never)).toEqual([]);
    await backend.dispose();
  });
});

test.each([
  ...bad,
  ...spoilt({ attemptId, at: 1, isPublished: true, owner }, ['at', 'isPublished', 'owner']),
])('queue: a mark that holds %s keeps its request from being published', async (text) => {
  await put(`published/${uuid}.json`, text);
  const backend = open('queue');
  expect(await backend.find(identity, never)).toMatchObject({ kind: 'cannot-tell' });
  const clock = AbortSignal.abort();
  const outcome = await backend.spawn(spawnRequest('task-1', { cwd: folder.path }), clock);
  expect(outcome).toMatchObject({ kind: 'unknown' });
});
