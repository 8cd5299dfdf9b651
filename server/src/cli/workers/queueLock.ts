/** One command line at a time changes the queues of a folder: a file that is there for as long as that takes. */
import { hostname } from 'node:os';
import { readJsonObject } from '../../core/runs/readJsonObject';
import { pidOf } from '../../workers/backends/fields';
import { enginePlacesOf } from '../../workers/enginePlaces';
import { randomHex } from '../../workers/node/actorHere';
import { processesOnHost } from '../../workers/node/processesOnHost';
import { systemWorkerClock } from '../../workers/node/systemWorkerClock';
import { workerFilesOnDisk } from '../../workers/node/workerFilesOnDisk';
import type { WorkerFiles } from '../../workers/workerPorts';

export interface LockPlace {
  /** Absolute path of the workspace's folder. */
  readonly folder: string;
  /** Of the spawn queue, relative to it. */
  readonly queueFolder: string;
}

/** Longer than any change of a queue takes, on any machine. */
const patienceMs = 30_000;
const stepMs = 40;

/** Runs `change` while no other command line does. Throws, in words for people, when the others never end. */
export async function withQueueLock<T>(
  { folder, queueFolder }: LockPlace,
  change: () => Promise<T>,
): Promise<T> {
  const files = workerFilesOnDisk(folder);
  const places = enginePlacesOf(queueFolder);
  const path = `${places.own}/queue.lock`;
  const own = JSON.stringify({
    host: hostname(),
    pid: process.pid,
    started: await processesOnHost.startMark(process.pid),
    mark: randomHex(8),
  });
  await files.create(places.ignore, '*\n');
  const until = Date.now() + patienceMs;
  while (!(await files.create(path, own))) {
    await clearAbandoned(files, path);
    if (Date.now() > until)
      throw new Error(
        `Another command line is changing the queues of this folder. If none is, remove ${path}.`,
      );
    await systemWorkerClock.wait(stepMs);
  }
  try {
    return await change();
  } finally {
    if ((await files.read(path)) === own) await files.remove(path);
  }
}

/** Takes away the lock of a process that is gone. Of several who see that, one takes it; a newer one is put back. */
async function clearAbandoned(files: WorkerFiles, path: string): Promise<void> {
  const text = await files.read(path);
  if (text === undefined || !(await isAbandoned(text))) return;
  const taken = `${path}.${randomHex(6)}`;
  if (!(await files.claim(path, taken))) return;
  if ((await files.read(taken)) !== text && (await files.claim(taken, path))) return;
  await files.remove(taken);
}

async function isAbandoned(text: string): Promise<boolean> {
  const json = readJsonObject(text);
  // Damaged: a person has to look, as the message says.
  if (json.kind !== 'object') return false;
  const { host, started } = json.value;
  const pid = pidOf(json.value['pid']);
  if (host !== hostname() || pid === undefined) return false;
  const mark = typeof started === 'string' ? started : undefined;
  return (await processesOnHost.isAlive(pid, mark)) === false;
}
