/**
 * The file queue as a back end: a request is put down, and whoever processes the queue starts the worker. Nothing has to
 * be installed for it, so it is what a fresh machine has.
 */
import {
  type CancelOutcome,
  hasEnded,
  type ProbeOutcome,
  type Run,
  type SpawnOutcome,
  type SpawnRequest,
  type WorkerBackend,
} from '../../backend';
import { reasonOf } from '../reasonOf';
import { answerText } from './queueAnswer';
import { type FoundRequest, emptyRun, findRequest } from './findRequest';
import { clearFence, lowerFence, markPublished, raiseFence, readFence } from './publishFence';
import { type QueueDisk, jsonNames, queueFolders, requestIdOf } from './queueFolders';
import { requestText } from './requestText';

/** How long another who has begun to publish the same request is waited for. */
const publishingMs = 10_000;
const stepMs = 50;

/** Writes and reads nothing before it is asked. */
export function queueBackend(disk: QueueDisk): WorkerBackend {
  return {
    id: 'queue',
    probe: () => probe(disk),
    keyFor: ({ uuid }) => uuid,
    spawn: (request, signal) => spawn(disk, request, signal),
    find: ({ uuid }) => find(disk, uuid),
    list: () => list(disk),
    cancel: ({ uuid }) => cancel(disk, uuid),
    transcript: () => Promise.resolve(undefined),
    dispose: () => Promise.resolve(),
  };
}

async function probe(disk: QueueDisk): Promise<ProbeOutcome> {
  try {
    const waiting = await jsonNames(disk.files, queueFolders(disk.folder).requests);
    const count = waiting.length === 1 ? '1 request waits' : `${waiting.length} requests wait`;
    return { kind: 'ready', detail: `file queue ${disk.folder}, ${count}`, models: undefined };
  } catch (error) {
    const remedy = 'Make it a folder of the workspace that can be read and written, without links.';
    return { kind: 'not-ready', why: `${disk.folder}: ${reasonOf(error)}`, remedy };
  }
}

async function spawn(
  disk: QueueDisk,
  request: SpawnRequest,
  signal: AbortSignal,
): Promise<SpawnOutcome> {
  const { uuid } = request.identity;
  const before = await find(disk, uuid);
  if (before.kind === 'found') return { kind: 'started', run: before.run };
  if (signal.aborted && before.kind === 'absent')
    return {
      kind: 'failed',
      why: 'It was stopped before anything was written.',
      remedy: undefined,
    };
  try {
    if (before.kind === 'absent' && before.abandoned)
      await clearFence(disk, uuid, before.abandoned);
    if (!(await raiseFence(disk, request))) return await awaitOther(disk, uuid, signal);
  } catch (error) {
    return failed(disk, error);
  }
  return publish(disk, request);
}

async function publish(disk: QueueDisk, request: SpawnRequest): Promise<SpawnOutcome> {
  const { uuid } = request.identity;
  const path = `${queueFolders(disk.folder).requests}/${uuid}.json`;
  try {
    await disk.files.create(path, requestText(request));
  } catch (error) {
    const after = await find(disk, uuid);
    if (after.kind === 'found') return { kind: 'started', run: after.run };
    const trace = await hasTrace(disk, uuid);
    if (trace !== false) return { kind: 'unknown', why: reasonOf(error) };
    await lowerFence(disk, uuid).catch(() => undefined);
    return failed(disk, error);
  }
  // Published whether or not the mark can be completed; an incomplete one is held against us, not for us.
  await markPublished(disk, request).catch(() => undefined);
  return { kind: 'started', run: emptyRun(request.identity.attemptId, 'queued') };
}

/** Whether anything of the request stands in the queue, besides its mark; nothing when the disk cannot say. */
async function hasTrace(disk: QueueDisk, uuid: string): Promise<boolean | undefined> {
  const { requests, processing, responses, archive } = queueFolders(disk.folder);
  try {
    for (const folder of [requests, processing, responses, archive]) {
      const names = await jsonNames(disk.files, folder);
      if (names.some((name) => requestIdOf(name) === uuid)) return true;
    }
    return false;
  } catch {
    return undefined;
  }
}

async function awaitOther(
  disk: QueueDisk,
  uuid: string,
  signal: AbortSignal,
): Promise<SpawnOutcome> {
  const until = disk.clock.now() + publishingMs;
  for (;;) {
    const outcome = await find(disk, uuid);
    if (outcome.kind === 'found') return { kind: 'started', run: outcome.run };
    if (signal.aborted || disk.clock.now() >= until)
      return {
        kind: 'unknown',
        why: outcome.kind === 'cannot-tell' ? outcome.why : 'somebody else is publishing it',
      };
    await disk.clock.wait(stepMs, signal);
  }
}

async function find(disk: QueueDisk, uuid: string): Promise<FoundRequest> {
  try {
    return await findRequest(disk, uuid);
  } catch (error) {
    return { kind: 'cannot-tell', why: reasonOf(error) };
  }
}

async function list(disk: QueueDisk): Promise<readonly Run[]> {
  const marks = await jsonNames(disk.files, queueFolders(disk.folder).published);
  const found: { readonly run: Run; readonly at: number }[] = [];
  for (const uuid of marks.map(requestIdOf)) {
    const outcome = await find(disk, uuid);
    const fence = await readFence(disk, uuid);
    if (outcome.kind === 'found') found.push({ run: outcome.run, at: fence?.at ?? 0 });
  }
  return found.sort((one, other) => other.at - one.at).map(({ run }) => run);
}

/** A request can be taken back as long as nobody has taken it: by the same rename that a processor would do. */
async function cancel(disk: QueueDisk, uuid: string): Promise<CancelOutcome> {
  const { requests, archive, responses } = queueFolders(disk.folder);
  const place = `${uuid}.json`;
  let isTakenBack: boolean;
  try {
    isTakenBack = await disk.files.claim(`${requests}/${place}`, `${archive}/${place}`);
    if (isTakenBack) await disk.files.create(`${responses}/${place}`, cancelledText(disk, uuid));
  } catch (error) {
    return { kind: 'cannot-tell', why: reasonOf(error) };
  }
  const outcome = await find(disk, uuid);
  if (outcome.kind === 'cannot-tell') return outcome;
  if (outcome.kind === 'absent') return { kind: 'nothing-to-cancel', run: undefined };
  const { run } = outcome;
  if (isTakenBack) return { kind: 'cancelled', run };
  return hasEnded(run)
    ? { kind: 'nothing-to-cancel', run }
    : {
        kind: 'cannot-tell',
        why: 'a processor has taken the request, and the worker has to be stopped where it runs',
      };
}

function cancelledText(disk: QueueDisk, requestId: string): string {
  return answerText({
    requestId,
    processedAt: disk.clock.now(),
    status: 'cancelled',
    sessionKey: undefined,
    backend: 'queue',
    result: undefined,
    error: 'Taken back before a processor took it.',
  });
}

function failed(disk: QueueDisk, error: unknown): SpawnOutcome {
  const remedy = `Make ${disk.folder} a folder of the workspace that can be written.`;
  return { kind: 'failed', why: `The request could not be written: ${reasonOf(error)}`, remedy };
}
