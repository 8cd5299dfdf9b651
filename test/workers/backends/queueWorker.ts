/**
 * One process of `queueProcesses.test.ts`: an engine over the folder, whose other back end notes what it starts.
 *   queueWorker <folder> publish|drain|once|hold <requests>
 * `publish` publishes every request; `drain` does that, too, so that each one is raced for, and looks after the queue
 * until all are answered; `once` looks after it once; `hold` takes one request and stays, before anything is started.
 */
import { writeSync } from 'node:fs';
import type { SpawnRequest, WorkerBackend } from '../../../server/src/workers/backend';
import { emptyRun } from '../../../server/src/workers/backends/queue/findRequest';
import { queueBackend } from '../../../server/src/workers/backends/queue/queueBackend';
import { queueFolders } from '../../../server/src/workers/backends/queue/queueFolders';
import { openWorkerEngine } from '../../../server/src/workers/openWorkerEngine';
import { RecordingLogger } from '../../support/recordingLogger';
import { diskPorts } from '../support/workerDisk';
import { deskOver, engineOptions, queueFolder, requestOf, seal } from './waitingQueue';

const [folder = '', role, count = '0'] = process.argv.slice(2);
const requests = Number(count);
const disk = { ...diskPorts(folder), folder: queueFolder };
const say = (word: object) => writeSync(1, `${JSON.stringify(word)}\n`);
const never = new AbortController().signal;

/** Starts nothing but a file, and says when that was there already. */
function notingBackend(): WorkerBackend {
  const place = (uuid: string) => `starts/${uuid}.json`;
  const runOf = (attemptId: string) => ({
    ...emptyRun(attemptId, 'running'),
    backend: 'process' as const,
  });
  return {
    ...queueBackend(disk),
    id: 'process',
    probe: () => Promise.resolve({ kind: 'ready', detail: 'it answers', models: undefined }),
    keyFor: ({ uuid }) => `run-${uuid}`,
    async spawn({ identity }: SpawnRequest) {
      if (role === 'hold') {
        say({ holds: identity.uuid });
        // Only its end is of interest.
        await new Promise((resolve) => process.stdin.once('end', resolve).resume());
      }
      const isFirst = await disk.files.create(place(identity.uuid), '{}');
      say({ [isFirst ? 'started' : 'startedAgain']: identity.uuid });
      return { kind: 'started', run: runOf(identity.attemptId) };
    },
    async find({ uuid, attemptId }) {
      const isThere = (await disk.files.modifiedAt(place(uuid))) !== undefined;
      return isThere ? { kind: 'found', run: runOf(attemptId) } : { kind: 'absent' };
    },
  };
}

/** Where another process is slow to publish, the answer is `unknown`: asking again is harmless, so that is done. */
async function publish(backend: WorkerBackend, request: SpawnRequest): Promise<void> {
  for (;;) {
    const outcome = await backend.spawn(request, never);
    if (outcome.kind === 'failed') say({ notPublished: request.identity.uuid, ...outcome });
    if (outcome.kind !== 'unknown') return;
  }
}

async function main(): Promise<void> {
  const queue = queueBackend(disk);
  if (role === 'drain' || role === 'publish')
    for (let n = 0; n < requests; n++) await publish(queue, requestOf(folder, n));
  if (role === 'publish') return;
  const ports = {
    ...disk,
    desk: deskOver(folder, requests),
    logger: new RecordingLogger(),
    random: (bytes: number) => '0'.repeat(bytes * 2),
    isTrusted: () => true,
    seal,
  };
  const engine = await openWorkerEngine(ports, [notingBackend(), queue], engineOptions(folder));
  const { archive } = queueFolders(queueFolder);
  do await engine.reconcile();
  while (role === 'drain' && (await disk.files.list(archive)).length < requests);
  await engine.dispose();
}

void main();
