/** Where the parts of the file queue stand (workers.md 3, workflow.md 1.5). Paths are relative, with `/`. */
import type { WorkerFiles, WorkerPorts } from '../../workerPorts';

/** What publishing and draining need of the world. `folder` is the queue's own, such as `scheduler/spawn-queue`. */
export interface QueueDisk extends Pick<WorkerPorts, 'files' | 'clock' | 'processes' | 'actor'> {
  readonly folder: string;
}

export interface QueueFolders {
  /** Requests that nobody has taken. Any processor may take one by renaming it into `processing`. */
  readonly requests: string;
  readonly processing: string;
  readonly responses: string;
  readonly archive: string;
  /** One file for each request that was ever published here, so that none is published again after it was cleared away. */
  readonly published: string;
}

/** `folder` is the queue's own, relative and without `/` at its end. */
export function queueFolders(folder: string): QueueFolders {
  return {
    requests: `${folder}/requests`,
    processing: `${folder}/processing`,
    responses: `${folder}/responses`,
    archive: `${folder}/archive`,
    published: `${folder}/.proactive-jobs/published`,
  };
}

/** The id that a file of the queue is named for: what stands before `.json` and before the mark of a processor. */
export function requestIdOf(name: string): string {
  return name.replace(/\.json$/i, '').replace(/\.by-[0-9a-f]+$/, '');
}

/** The processor of ours that has taken the request; nothing for requests that others have taken. */
export function processorOf(name: string): string | undefined {
  return /\.by-([0-9a-f]+)\.json$/.exec(name)?.[1];
}

/** Whoever takes a request puts its own name into the file's, so that taking and signing are one step. */
export function takenName(requestName: string, instance: string): string {
  return `${requestIdOf(requestName)}.by-${instance}.json`;
}

/** Files of the folder that are JSON by name. */
export async function jsonNames(files: WorkerFiles, folder: string): Promise<readonly string[]> {
  return (await files.list(folder)).filter((name) => /^[^.].*\.json$/i.test(name));
}
