/** A folder with many tasks whose attempts wait in the file queue, as processes that share nothing else agree on it. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { defaultOptions } from '../../../server/src/core/options';
import { deriveState } from '../../../server/src/core/state';
import { attemptIdentityOf } from '../../../server/src/workers/attemptIdentity';
import type { SpawnRequest } from '../../../server/src/workers/backend';
import type { EngineOptions } from '../../../server/src/workers/engineContext';
import { enginePlacesOf } from '../../../server/src/workers/enginePlaces';
import { type LedgerEvent, ledgerLine } from '../../../server/src/workers/ledgerEntry';
import { sealOf } from '../../../server/src/workers/requestSeal';
import type { QueueDesk, WorkerFiles } from '../../../server/src/workers/workerPorts';
import { defaultWorkersConfig } from '../../../server/src/workers/workersConfig';

export const queueFolder = 'scheduler/spawn-queue';
const workspace = { id: '3f0c7f2e-51b0-4a52-9c1d-7d1f0f6a9b11', name: 'harbour' };
const queue = 'PROACTIVE-JOBS.md';

/** The mark of the user whose processes they all are. */
export function seal(text: string): Promise<string> {
  return Promise.resolve(createHash('sha256').update(`me: ${text}`).digest('hex'));
}

/** The request of the task with that number. */
export function requestOf(folder: string, n: number): SpawnRequest {
  return {
    identity: attemptIdentityOf(workspace, 'harbour', `task-${n}`, 1),
    prompt: `Do what task-${n} asks for.`,
    cwd: folder,
    model: undefined,
    runTimeoutMs: undefined,
    requestedAt: 0,
  };
}

/** What a process that is gone has left in the ledger: as many attempts as that, sent to the file queue and recorded. */
export async function writeLedger(
  files: WorkerFiles,
  folder: string,
  count: number,
): Promise<void> {
  const places = enginePlacesOf(queueFolder);
  await files.create(places.workspace, `${JSON.stringify({ version: 1, ...workspace })}\n`);
  const by = { kind: 'editor', host: 'here', pid: 1, instance: '0', mark: undefined } as const;
  const lines = Array.from({ length: count }, async (_, n) => {
    const request = requestOf(folder, n);
    const { identity } = request;
    const mark = await sealOf({ seal }, request);
    const line = (event: LedgerEvent, more: object = {}) =>
      ledgerLine({ event, at: 0, by, identity, queue, ...more });
    return [
      line('reserved', { from: 'pending', block: '' }),
      line('requested', { backend: 'queue', sessionKey: identity.uuid, seal: mark }),
      line('started', { isSettled: true }),
      line('recorded'),
    ].join('');
  });
  await files.create(places.ledger, (await Promise.all(lines)).join(''));
}

/** A queue that says of each task that its worker is on it; nobody changes it. */
export function deskOver(folder: string, count: number): QueueDesk {
  const options = { ...defaultOptions, localOffsetMinutes: 0 };
  const tasks = Array.from({ length: count }, (_, n) => [
    `### TASK: task-${n} - Do it`,
    ...['', '- **Status:** in-progress', '- **Attempt:** 1'],
    `- **Worker:** ${requestOf(folder, n).identity.uuid}`,
  ]);
  const text = `${tasks.flat().join('\n')}\n`;
  const document = readQueue(`${pathToFileURL(folder).toString()}/${queue}`, text, options);
  const state = deriveState({ documents: [document], runFiles: [], now: 0, options });
  return {
    current: () => Promise.resolve(state),
    apply: () => Promise.resolve({ kind: 'refused', why: 'Nobody changes this queue.' }),
  };
}

export function engineOptions(folder: string): EngineOptions {
  return {
    folderUri: pathToFileURL(folder).toString(),
    folderPath: folder,
    config: () => defaultWorkersConfig,
    projects: () => ({}),
    isFolder: () => Promise.resolve(true),
  };
}
