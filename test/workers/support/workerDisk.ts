/** A folder of its own for a test, with the real adapters on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actorHere } from '../../../server/src/workers/node/actorHere';
import { processesOnHost } from '../../../server/src/workers/node/processesOnHost';
import { systemWorkerClock } from '../../../server/src/workers/node/systemWorkerClock';
import { workerFilesOnDisk } from '../../../server/src/workers/node/workerFilesOnDisk';
import type { WorkerPorts } from '../../../server/src/workers/workerPorts';

/** What back ends need, on a folder of the disk; another actor for each call. */
export function diskPorts(
  folder: string,
): Pick<WorkerPorts, 'files' | 'clock' | 'processes' | 'actor'> {
  return {
    files: workerFilesOnDisk(folder),
    clock: systemWorkerClock,
    processes: processesOnHost,
    actor: actorHere('command-line'),
  };
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `${name}-`));
  return {
    path,
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
