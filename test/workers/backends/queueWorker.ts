/**
 * One process of `queueProcesses.test.ts`: publishes requests and processes the queue at the same time, or takes one
 * request and stays. Prints one JSON line for each request that it took.
 *   queueWorker <folder> drain <requests> | queueWorker <folder> hold
 */
import { writeSync } from 'node:fs';
import type {
  SpawnOutcome,
  SpawnRequest,
  WorkerBackend,
} from '../../../server/src/workers/backend';
import {
  answerRequest,
  claimRequest,
  waitingRequests,
} from '../../../server/src/workers/backends/queue/drainQueue';
import { queueBackend } from '../../../server/src/workers/backends/queue/queueBackend';
import { diskPorts } from '../support/workerDisk';
import { spawnRequest } from '../support/spawnRequests';

const [folder = '', role, count = '0'] = process.argv.slice(2);
const disk = { ...diskPorts(folder), folder: 'scheduler/spawn-queue' };
const say = (word: object) => writeSync(1, `${JSON.stringify(word)}\n`);

/** Every process publishes every request, so that each one is raced for. */
async function publish(requests: number): Promise<void> {
  const backend = queueBackend(disk);
  for (let index = 0; index < requests; index++) {
    const request = spawnRequest(`task-${index}`, { cwd: folder });
    const outcome = await spawned(backend, request);
    if (outcome.kind === 'failed') say({ published: request.identity.uuid, ...outcome });
  }
}

/** Where another process is slow to publish, the answer is `unknown`: asking again is harmless, so that is done. */
async function spawned(backend: WorkerBackend, request: SpawnRequest): Promise<SpawnOutcome> {
  for (;;) {
    const outcome = await backend.spawn(request, new AbortController().signal);
    if (outcome.kind !== 'unknown') return outcome;
  }
}

async function drain(isOver: () => boolean): Promise<void> {
  for (;;) {
    const wasOver = isOver();
    const names = await waitingRequests(disk);
    if (names.length === 0 && wasOver) return;
    if (names.length === 0) await disk.clock.wait(20);
    for (const name of names) {
      const result = await claimRequest(disk, name);
      if (result.kind === 'unreadable') say({ unreadable: result.why });
      if (result.kind !== 'taken') continue;
      const { requestId, identity } = result.taken.request;
      say({ taken: requestId, attemptId: identity?.attemptId });
      await answerRequest(disk, result.taken, {
        requestId,
        processedAt: disk.clock.now(),
        status: 'spawned',
        sessionKey: `session-of-${requestId}`,
        backend: 'process',
        result: undefined,
        error: undefined,
      });
    }
  }
}

async function main(): Promise<void> {
  if (role === 'hold') {
    const [name = ''] = await waitingRequests(disk);
    const result = await claimRequest(disk, name);
    say({ holds: result.kind === 'taken' ? result.taken.request.requestId : result.kind });
    process.stdin.resume();
    return;
  }
  let isPublished = false;
  await Promise.all([
    publish(Number(count)).finally(() => (isPublished = true)),
    drain(() => isPublished),
  ]);
}

void main();
