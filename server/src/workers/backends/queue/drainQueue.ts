/** The processor's side of the file queue: taking a request, answering it, putting back what a dead processor held. */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import { isOwnerGone } from './isOwnerGone';
import { type QueueAnswer, answerText } from './queueAnswer';
import {
  type QueueDisk,
  jsonNames,
  processorOf,
  queueFolders,
  requestIdOf,
  takenName,
} from './queueFolders';
import { type QueuedRequest, readQueuedRequest } from './requestText';
import { wordOf } from '../fields';

/** A request that this processor has taken; nobody else has. */
export interface TakenRequest {
  /** The file's name in `processing`. */
  readonly name: string;
  readonly request: QueuedRequest;
}

export type ClaimResult =
  | { readonly kind: 'taken'; readonly taken: TakenRequest }
  /** Somebody else was faster. */
  | { readonly kind: 'gone' }
  /** Not a request, or not yet; it is left where it is. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** The file names of requests that wait, sorted. */
export async function waitingRequests(disk: QueueDisk): Promise<readonly string[]> {
  return jsonNames(disk.files, queueFolders(disk.folder).requests);
}

/** Takes the request of that file name by one rename, which only one processor can do. Throws when the disk does. */
export async function claimRequest(disk: QueueDisk, name: string): Promise<ClaimResult> {
  const { requests, processing } = queueFolders(disk.folder);
  const text = await disk.files.read(`${requests}/${name}`);
  if (text === undefined) return { kind: 'gone' };
  const before = readQueuedRequest(text, name);
  if (typeof before === 'string') return { kind: 'unreadable', why: before };
  await signIn(disk);
  const taken = takenName(name, disk.actor.instance);
  const isOurs = await disk.files.claim(`${requests}/${name}`, `${processing}/${taken}`);
  if (!isOurs) return { kind: 'gone' };
  const request = readQueuedRequest((await disk.files.read(`${processing}/${taken}`)) ?? '', name);
  if (typeof request === 'string') return { kind: 'unreadable', why: request };
  return { kind: 'taken', taken: { name: taken, request } };
}

/** Writes the answer, then puts the request into the archive. May be called again with a later answer. */
export async function answerRequest(
  disk: QueueDisk,
  taken: TakenRequest,
  answer: QueueAnswer,
): Promise<void> {
  const { processing, responses, archive } = queueFolders(disk.folder);
  // Named for the file, since the id inside is the word of whoever wrote it and need not be a name.
  const plainName = `${requestIdOf(taken.name)}.json`;
  await disk.files.replace(`${responses}/${plainName}`, answerText(answer));
  const from = `${processing}/${taken.name}`;
  const isMoved = await disk.files.claim(from, `${archive}/${plainName}`);
  // One of that name is in the archive already: the answer stands, and a request must not look as if it was held.
  if (!isMoved) await disk.files.remove(from);
}

export interface Recovery {
  /** Ids that wait again. */
  readonly putBack: readonly string[];
  /** Old ones of whose processors nobody can tell whether they live; a person has to look. */
  readonly uncertain: readonly string[];
}

/** Puts requests back that are older than that and whose processor is proven dead. Those that others took stay. */
export async function recoverProcessing(disk: QueueDisk, olderThanMs: number): Promise<Recovery> {
  const { requests, processing } = queueFolders(disk.folder);
  const putBack: string[] = [];
  const uncertain: string[] = [];
  for (const name of await jsonNames(disk.files, processing)) {
    const path = `${processing}/${name}`;
    const modifiedAt = await disk.files.modifiedAt(path);
    if (modifiedAt === undefined || disk.clock.now() - modifiedAt < olderThanMs) continue;
    const id = requestIdOf(name);
    if (!(await isProcessorGone(disk, name))) {
      if (processorOf(name) !== disk.actor.instance) uncertain.push(id);
    } else if (await isElsewhere(disk, id, name)) await disk.files.remove(path);
    else if (await disk.files.claim(path, `${requests}/${id}.json`)) putBack.push(id);
  }
  return { putBack, uncertain };
}

/** Whoever died while taking or answering may have left the request under a second name. */
async function isElsewhere(disk: QueueDisk, id: string, name: string): Promise<boolean> {
  const { requests, processing, responses, archive } = queueFolders(disk.folder);
  const others = (await jsonNames(disk.files, processing)).filter(
    (other) => other !== name && requestIdOf(other) === id,
  );
  if (others.length > 0) return true;
  for (const folder of [requests, responses, archive])
    if ((await disk.files.modifiedAt(`${folder}/${id}.json`)) !== undefined) return true;
  return false;
}

/** Leaves word of who this processor is, once, before it takes anything. */
async function signIn(disk: QueueDisk): Promise<void> {
  const { host, pid, instance } = disk.actor;
  const path = `${queueFolders(disk.folder).processors}/${instance}.json`;
  if ((await disk.files.modifiedAt(path)) !== undefined) return;
  const startMark = await disk.processes.startMark(pid);
  await disk.files.create(path, `${JSON.stringify({ host, pid, startMark })}\n`);
}

async function isProcessorGone(disk: QueueDisk, name: string): Promise<boolean> {
  const instance = processorOf(name);
  if (instance === undefined) return false;
  const path = `${queueFolders(disk.folder).processors}/${instance}.json`;
  const reading = readJsonObject((await disk.files.read(path)) ?? '');
  if (reading.kind !== 'object') return false;
  const pid = reading.value['pid'];
  return isOwnerGone(disk, {
    host: wordOf(reading.value['host']),
    pid: typeof pid === 'number' ? pid : undefined,
    startMark: wordOf(reading.value['startMark']),
  });
}
