/** Where a request of ours is in the file queue, and what became of it. */
import { isOwnerGone } from './isOwnerGone';
import type { FindOutcome, Run, RunState } from '../../backend';
import { type Fence, readFence } from './publishFence';
import { readQueueAnswer } from './queueAnswer';
import { type QueueDisk, jsonNames, queueFolders, requestIdOf } from './queueFolders';

/** A request that was cleared away leaves nothing behind after this time; before it, nothing means never published. */
const clearingMs = 30 * 60_000;

/** What stands where for one id. */
interface Places {
  readonly isRequested: boolean;
  readonly isProcessing: boolean;
  readonly answer: string | undefined;
  readonly isArchived: boolean;
}

/** What a search brought; a mark whose owner died before publishing is handed over, to be taken away. */
export type FoundRequest =
  | Exclude<FindOutcome, { readonly kind: 'absent' }>
  | { readonly kind: 'absent'; readonly abandoned?: Fence };

/** As `WorkerBackend.find`, except that it throws when the disk does. */
export async function findRequest(disk: QueueDisk, uuid: string): Promise<FoundRequest> {
  const fence = await readFence(disk, uuid);
  // A second look, since a request that is put back wanders against the order in which the folders are read.
  const run =
    runAt(await placesOf(disk, uuid), uuid, fence) ??
    runAt(await placesOf(disk, uuid), uuid, fence);
  if (typeof run === 'string') return { kind: 'cannot-tell', why: run };
  if (run !== undefined) return { kind: 'found', run };
  // Asked again, since it may have been published between the two.
  const mark = await readFence(disk, uuid);
  if (mark === undefined) return { kind: 'absent' };
  if (await isAbandoned(disk, mark)) return { kind: 'absent', abandoned: mark };
  const why = mark.isPublished
    ? 'the request was published and is in none of the folders of the queue now'
    : 'somebody is publishing the request, or was interrupted while doing so';
  return { kind: 'cannot-tell', why };
}

/** Whether its owner died before publishing: proven gone, and too short ago for traces to have been cleared away. */
async function isAbandoned(disk: QueueDisk, fence: Fence): Promise<boolean> {
  if (fence.isPublished || disk.clock.now() - fence.at > clearingMs) return false;
  return isOwnerGone(disk, fence);
}

async function placesOf(disk: QueueDisk, uuid: string): Promise<Places> {
  const { files } = disk;
  const { requests, processing, responses, archive } = queueFolders(disk.folder);
  const has = async (folder: string) =>
    (await jsonNames(files, folder)).some((name) => requestIdOf(name) === uuid);
  // In the order in which a request wanders, so that one on its way is seen at least once.
  const isRequested = (await files.modifiedAt(`${requests}/${uuid}.json`)) !== undefined;
  const isProcessing = await has(processing);
  const answer = await files.read(`${responses}/${uuid}.json`);
  const isArchived = (await files.modifiedAt(`${archive}/${uuid}.json`)) !== undefined;
  return { isRequested, isProcessing, answer, isArchived };
}

/** The run, or a sentence why nobody can tell; nothing when there is no trace. */
function runAt(places: Places, uuid: string, fence: Fence | undefined): Run | string | undefined {
  const attemptId = fence?.attemptId ?? uuid;
  if (places.answer !== undefined) {
    const answer = readQueueAnswer(places.answer, uuid);
    if (typeof answer === 'string') return answer;
    const hasEnded = answer.state !== 'running';
    return {
      ...emptyRun(attemptId, answer.state),
      sessionKey: answer.sessionKey,
      startedAt: hasEnded ? undefined : answer.processedAt,
      endedAt: hasEnded ? answer.processedAt : undefined,
      lastSignAt: answer.processedAt,
      lastLine: answer.lastLine?.slice(0, 500),
    };
  }
  if (places.isProcessing) return emptyRun(attemptId, 'starting');
  if (places.isRequested) return emptyRun(attemptId, 'queued');
  return places.isArchived ? 'the request was taken, and its answer is gone' : undefined;
}

/** A run of which nothing but its state is known. */
export function emptyRun(attemptId: string, state: RunState): Run {
  return {
    attemptId,
    backend: 'queue',
    state,
    sessionKey: undefined,
    startedAt: undefined,
    endedAt: undefined,
    lastSignAt: undefined,
    lastLine: undefined,
    tokens: undefined,
    model: undefined,
  };
}
