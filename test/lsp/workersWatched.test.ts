/** A file queue in a folder of one's own: what happens there is noticed as at the usual place. */
import picomatch from 'picomatch';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type DidChangeWatchedFilesRegistrationOptions,
  type FileEvent,
} from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import { questionAfter } from '../../server/src/lsp/workerFileChanges';
import { queueFolderGlob, queueRootOf } from '../../server/src/protocol/queueFolder';
import { defaultWorkersConfig } from '../../server/src/workers/workersConfig';
import { startInBand } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';
import { scriptedEngines, workerOf } from '../support/scriptedEngine';
import { folder, key, queue, text } from '../support/workerServer';

/** A server whose file queue stands in `place`; changes reach it only if it has asked to be told of them. */
async function openAt(place: string) {
  const { engines, openEngine } = scriptedEngines();
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
    openEngine,
    settings: (section) => (section === 'proactiveJobs' ? { spawnQueue: { folder: place } } : null),
    initialize: { initializationOptions: { workers: { isTrusted: true } } },
  });
  await server.untilRead();
  const poll = setInterval(() => server.changed(), 5);
  const calls = () => engines.at(-1)?.calls ?? [];
  await server.until('the first question', () => calls().includes('reconcile'));
  const watched = (): readonly string[] =>
    server.registrations.flatMap(({ method, registerOptions }) =>
      method === DidChangeWatchedFilesNotification.method
        ? (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers.map(
            ({ globPattern }) =>
              typeof globPattern === 'string' ? globPattern : globPattern.pattern,
          )
        : [],
    );
  await server.until('watchers', () => watched().length > 0);
  clearInterval(poll);
  const change = async (path: string): Promise<boolean> => {
    if (!watched().some((glob) => picomatch.isMatch(path, glob, { dot: true }))) return false;
    const changes: FileEvent[] = [{ uri: `${folder}/${path}`, type: FileChangeType.Created }];
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    return true;
  };
  return { server, engine: () => engines.at(-1), calls, watched, change };
}

const count = (calls: readonly string[], call: string) =>
  calls.filter((one) => one === call).length;

test.each(['ops/queue', 'ops {a}/[queue]', 'scheduler/spawn-queue'])(
  'what a processor does in %s is noticed at once, and so is another window',
  async (place) => {
    const { server, engine, calls, change } = await openAt(place);
    const root = queueRootOf(place);
    const poll = setInterval(() => server.changed(), 5);
    for (const path of [
      'processing/x.json',
      'responses/x.json',
      '.proactive-jobs/runs/u/1/exit.json',
    ]) {
      const before = count(calls(), 'reconcile');
      expect(await change(`${root}/${path}`)).toBe(true);
      await server.until(path, () => count(calls(), 'reconcile') > before);
    }
    const lists = engine();
    if (lists) lists.list = [workerOf(key)];
    const looks = count(calls(), 'workers');
    expect(await change(`${root}/.proactive-jobs/ledger.jsonl`)).toBe(true);
    await server.until('a look', () => count(calls(), 'workers') > looks);
    clearInterval(poll);
  },
);

test.each(['../elsewhere', '/tmp/queue', 'C:\\queue', 'a/../../b', '', '.'])(
  'a folder that leads out of the workspace (%j) is not watched',
  async (place) => {
    expect(queueFolderGlob(place)).toBeUndefined();
    const { watched } = await openAt(place === '' ? '..' : place);
    expect(watched().filter((glob) => !glob.startsWith('**/'))).toEqual([]);
  },
);

describe('a change of files', () => {
  const folders = ['scheduler/spawn-queue', 'ops/queue'].map((place, n) => ({
    ...{ uri: `file:///w${n}`, projects: {} },
    config: { ...defaultWorkersConfig, queue: { folder: place } },
  }));

  test.each([
    ['file:///w0/scheduler/spawn-queue/responses/uuid.json', 'reconcile'],
    ['file:///w0/scheduler/spawn-queue/.proactive-jobs/runs/uuid/1/exit.json', 'reconcile'],
    ['file:///w0/scheduler/spawn-queue/.proactive-jobs/acp/uuid/end.json', 'reconcile'],
    ['file:///w0/scheduler/spawn-queue/.proactive-jobs/ledger.jsonl', 'look'],
    ['file:///w0/scheduler/spawn-queue/.proactive-jobs/runs/uuid/1/out.jsonl', undefined],
    ['file:///w0/scheduler/spawn-queue/requests/uuid.json', undefined],
    ['file:///w1/ops/queue/processing/uuid.by-1.json', 'reconcile'],
    ['file:///w1/ops/queue/.proactive-jobs/ledger.jsonl', 'look'],
    // No engine looks there.
    ['file:///w1/scheduler/spawn-queue/responses/uuid.json', undefined],
    ['file:///elsewhere/ops/queue/responses/uuid.json', undefined],
    ['file:///w0/PROACTIVE-JOBS.md', undefined],
  ])('at %s asks for %s', (uri, question) => {
    expect(questionAfter([uri], folders)).toBe(question);
  });
});
