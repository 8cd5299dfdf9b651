/**
 * The lasting mark that a request was published. Requests wander through the folders and are cleared away in the end by
 * others, so their absence alone proves nothing: where the mark stands, no request of that id is published again.
 */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import type { SpawnRequest } from '../../backend';
import { fieldsOf, pidOf, timeOf, wordOf } from '../fields';
import { type QueueDisk, queueFolders } from './queueFolders';

export interface Fence {
  readonly attemptId: string;
  /** Ms since the epoch. */
  readonly at: number;
  /** False while its owner has not come back from publishing. */
  readonly isPublished: boolean;
  readonly host: string | undefined;
  readonly pid: number | undefined;
  readonly startMark: string | undefined;
  /** As it was read. */
  readonly text: string;
}

function fencePath(disk: QueueDisk, uuid: string): string {
  return `${queueFolders(disk.folder).published}/${uuid}.json`;
}

/** True when this call may publish; false when somebody did, or is about to. */
export async function raiseFence(disk: QueueDisk, request: SpawnRequest): Promise<boolean> {
  return disk.files.create(
    fencePath(disk, request.identity.uuid),
    await fenceText(disk, request, false),
  );
}

/** Nobody may publish it again, whatever becomes of its file. Throws when the disk does. */
export async function markPublished(disk: QueueDisk, request: SpawnRequest): Promise<void> {
  const text = await fenceText(disk, request, true);
  await disk.files.replace(fencePath(disk, request.identity.uuid), text);
}

/** Only for whoever raised it, and only when nothing was published. */
export async function lowerFence(disk: QueueDisk, uuid: string): Promise<void> {
  await disk.files.remove(fencePath(disk, uuid));
}

/**
 * Takes a mark away that its dead owner left unfinished; of several who try, one does. What was taken is looked at
 * again: if somebody else has raised a new one meanwhile, it is put back.
 */
export async function clearFence(disk: QueueDisk, uuid: string, abandoned: Fence): Promise<void> {
  const path = fencePath(disk, uuid);
  const aside = `${path}.left-by-${disk.actor.instance}`;
  if (!(await disk.files.claim(path, aside))) return;
  const isIt = (await disk.files.read(aside)) === abandoned.text;
  if (isIt || !(await disk.files.claim(aside, path))) await disk.files.remove(aside);
}

/** Nothing when no request of that id was ever published here. */
export async function readFence(disk: QueueDisk, uuid: string): Promise<Fence | undefined> {
  const text = await disk.files.read(fencePath(disk, uuid));
  if (text === undefined) return undefined;
  const reading = readJsonObject(text);
  const values = reading.kind === 'unreadable' ? {} : reading.value;
  const owner = fieldsOf(values['owner']);
  const { isPublished } = values;
  return {
    attemptId: wordOf(values['attemptId']) ?? uuid,
    at: timeOf(values['at']) ?? 0,
    // A mark that cannot be read holds: better a person looks than that a second worker starts.
    isPublished: isPublished !== false,
    host: wordOf(owner['host']),
    pid: pidOf(owner['pid']),
    startMark: wordOf(owner['startMark']),
    text,
  };
}

async function fenceText(
  disk: QueueDisk,
  { identity }: SpawnRequest,
  isPublished: boolean,
): Promise<string> {
  const { host, pid } = disk.actor;
  const startMark = isPublished ? undefined : await disk.processes.startMark(pid);
  const owner = isPublished ? undefined : { host, pid, startMark };
  const fields = { attemptId: identity.attemptId, at: disk.clock.now(), isPublished, owner };
  return `${JSON.stringify(fields)}\n`;
}
