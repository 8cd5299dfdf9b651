/** Workers through the running server: trust, requests and settings, with engines that start nothing. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { taskKeyOf } from '../../server/src/core/model/taskKey';
import {
  batchRequest,
  planRequest,
  spawnRequest,
  transcriptRequest,
  trustNotification,
  workerActionRequest,
  type SpawnResultView,
  type WorkerView,
} from '../../server/src/protocol/workerMessages';
import { startInBand } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';
import { scriptedEngines, workerOf } from '../support/scriptedEngine';
import { folder, key, openWorkerServer, queue, text } from '../support/workerServer';

test('before the user trusts the workspace nothing is asked of a back end; afterwards what was under way is looked for', async () => {
  const { server, engine } = await openWorkerServer(false);
  await server.until('a look', () => engine().calls.includes('workers'));
  expect(engine().order.isTrusted()).toBe(false);
  expect(engine().calls).not.toContain('reconcile');
  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  const poll = setInterval(() => server.changed(), 5);
  await server.until('a question', () => engine().calls.includes('reconcile'));
  clearInterval(poll);
  expect(engine().order.isTrusted()).toBe(true);
});

test('a client that says nothing of trust is not trusted', async () => {
  const { engines, openEngine } = scriptedEngines();
  const files = new MemoryFiles({ [queue]: text });
  const server = await startInBand({ files, folders: [folder], openEngine });
  await server.untilScanned();
  await server.connection.sendRequest(spawnRequest, { key });
  expect(engines.map(({ order }) => order.isTrusted())).toEqual([false]);
});

test('a start goes to the engine as it was asked for, and the list of workers follows', async () => {
  const { server, engine, lists } = await openWorkerServer(true);
  const worker = workerOf(key, 'unknown', { lastLine: 'reading', tokens: 12 });
  engine().result = {
    kind: 'unknown',
    worker,
    why: 'No answer.',
    recorded: { kind: 'not-recorded', why: 'The queue has changed.' },
  };
  engine().list = [worker];
  const params = { key, prompt: 'Do it.', backend: 'queue', overrideSlots: true };
  const result = await server.connection.sendRequest<SpawnResultView>(spawnRequest, params);
  expect(engine().calls).toContain(
    'spawn p1-1 {"backend":"queue","prompt":"Do it.","overrideSlots":true}',
  );
  const view: WorkerView = {
    attemptId: 'w/p1-1#1',
    taskId: 'p1-1',
    key,
    number: 1,
    backend: 'queue',
    state: 'unknown',
    isHeld: true,
    run: 'running',
    requestedAt: 1,
    startedAt: 5,
    lastSignAt: 7,
    lastLine: 'reading',
    tokens: 12,
    model: 'haiku',
  };
  expect(result).toEqual({
    kind: 'unknown',
    worker: view,
    why: 'No answer.',
    notRecorded: 'The queue has changed.',
  });
  await server.until('the list', () => lists.length > 0);
  expect(lists.at(-1)).toEqual([view]);
});

test('a task of no open folder is refused in words, and no engine is asked', async () => {
  const { server, engine } = await openWorkerServer(true);
  const outside = taskKeyOf('file:///v/PROACTIVE-JOBS.md', 'p1-1');
  expect(await server.connection.sendRequest(spawnRequest, { key: outside })).toMatchObject({
    kind: 'refused',
    obstacles: [{ code: 'folder', why: expect.stringContaining('no folder') as string }],
  });
  expect(
    await server.connection.sendRequest(workerActionRequest, {
      key: outside,
      action: { kind: 'cancel' },
    }),
  ).toMatchObject({ kind: 'refused' });
  expect(engine().calls.filter((call) => /spawn|cancel/.test(call))).toEqual([]);
});

test('an attempt whose queue has gone is stopped by the engine of the folder that held it, and fills a slot', async () => {
  const { server, engine, lists } = await openWorkerServer(true);
  const goneKey = taskKeyOf(`${folder}/PROACTIVE-JOBS-old.md`, 'gone-1');
  const held = (n: number) =>
    workerOf(
      taskKeyOf(goneKey.slice(0, goneKey.indexOf('\n')), `gone-${n}`),
      'alive',
      {},
      {
        ...{ key: undefined, goneKey: taskKeyOf(folder, `gone-${n}`) },
      },
    );
  engine().list = [held(1), held(2)];
  expect(
    await server.connection.sendRequest(workerActionRequest, {
      ...{ key: goneKey, action: { kind: 'cancel' } },
    }),
  ).toEqual({ kind: 'done', said: 'It is done.' });
  expect(engine().calls).toContain('cancel gone-1 {}');
  await server.until('the list', () => lists.at(-1)?.length === 2);
  expect(lists.at(-1)?.map(({ key: at, goneKey: was }) => [at, was?.split('\n')[1]])).toEqual([
    [undefined, 'gone-1'],
    [undefined, 'gone-2'],
  ]);
  expect(await server.connection.sendRequest(batchRequest, { how: 'all' })).toMatchObject({
    chosen: [],
    skipped: [{ id: 'p1-1' }],
  });
});

test('a preview of which nothing can be told says what is in the way', async () => {
  const { server, engine } = await openWorkerServer(true);
  const why = 'The ledger is damaged.';
  engine().planned = { code: 'ledger', why, remedy: 'Mend it.', canOverride: false };
  const obstacle = { code: 'ledger', why, remedy: 'Mend it.', canOverride: false };
  expect(await server.connection.sendRequest(planRequest, { key })).toEqual(obstacle);
  const outside = taskKeyOf('file:///v/PROACTIVE-JOBS.md', 'p1-1');
  expect(await server.connection.sendRequest(planRequest, { key: outside })).toMatchObject({
    code: 'folder',
  });
});

test('every other action reaches its own door', async () => {
  const { server, engine } = await openWorkerServer(true);
  const actions = [
    { kind: 'cancel' },
    { kind: 'reset' },
    { kind: 'reset', hasLooked: true },
    { kind: 'adopt', sessionKey: 's-1' },
    { kind: 'handOff', to: 'clipboard' },
    { kind: 'claim', summary: 'All there.' },
    { kind: 'complete', reason: 'Seen by me.' },
  ];
  for (const action of actions) {
    const answer: unknown = await server.connection.sendRequest(workerActionRequest, {
      key,
      action,
    });
    expect(answer).toEqual({ kind: 'done', said: 'It is done.' });
  }
  await server.connection.sendRequest(transcriptRequest, { key, limit: 5 });
  expect(engine().calls.filter((call) => call.includes('p1-1'))).toEqual([
    'cancel p1-1 {}',
    'reset p1-1 {"hasLooked":false}',
    'reset p1-1 {"hasLooked":true}',
    'adopt p1-1 {"sessionKey":"s-1"}',
    'handOff p1-1 {"to":"clipboard"}',
    'claim p1-1 {"summary":"All there."}',
    'complete p1-1 {"reason":"Seen by me."}',
    'transcript p1-1 {"limit":5}',
  ]);
});

test('what would be started next is told without starting it, and what is held is left out', async () => {
  const { server, engine, lists } = await openWorkerServer(true);
  const ask = () => server.connection.sendRequest(batchRequest, { how: 'all' });
  const item = { key, id: 'p1-1', title: 'Plan it', model: 'haiku', queue: 'PROACTIVE-JOBS.md' };
  expect(await ask()).toEqual({ chosen: [item], skipped: [] });
  engine().list = [workerOf(key)];
  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  await server.until('the list', () => lists.length > 0);
  expect(await ask()).toEqual({
    chosen: [],
    skipped: [{ ...item, why: 'An attempt at it is under way.' }],
  });
  expect(engine().calls.filter((call) => call.startsWith('spawn'))).toEqual([]);
});

test('settings of the folder reach the engine at each call, and another back end opens another one', async () => {
  let limit = 3;
  let command = '/bin/agent';
  const { server, engines } = await openWorkerServer(true, (section, scopeUri) =>
    section === 'proactiveJobs' && scopeUri === folder
      ? { workers: { maxConcurrent: limit }, process: { command } }
      : null,
  );
  const configured = async (what: string, isThere: () => boolean) => {
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    const poll = setInterval(() => server.changed(), 5);
    await server.until(what, isThere);
    clearInterval(poll);
  };
  const first = engines[0];
  expect(first?.order.config()).toMatchObject({
    maxConcurrent: 3,
    process: { command: '/bin/agent', args: undefined },
    promptTemplate: undefined,
  });
  limit = 4;
  await configured('the new limit', () => first?.order.config().maxConcurrent === 4);
  // An attempt under way keeps its back end: nothing was closed for a number.
  expect(engines).toHaveLength(1);
  expect(first?.isDisposed).toBe(false);
  command = '/bin/other';
  await configured('another engine', () => engines.length === 2);
  expect(first?.isDisposed).toBe(true);
  expect(engines[1]?.order.config().process.command).toBe('/bin/other');
});

test('what another window has written to the ledger is read at once', async () => {
  const { server, engine, lists } = await openWorkerServer(false);
  engine().list = [workerOf(key)];
  await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [
      {
        uri: `${folder}/scheduler/spawn-queue/.proactive-jobs/ledger.jsonl`,
        type: FileChangeType.Changed,
      },
    ],
  });
  await server.until('the list', () => lists.length > 0);
  expect(lists.at(-1)?.map(({ taskId }) => taskId)).toEqual(['p1-1']);
});
