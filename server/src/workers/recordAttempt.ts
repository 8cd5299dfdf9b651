/** Writing an attempt into the queue, if the task still stands there as it did before the attempt. */
import { createHash } from 'node:crypto';
import type { KnownStatus } from '../core/edits/fileStyle';
import { pendingWorker, recordPutBack, recordSpawn, recordWorker } from '../core/spawn/recordSpawn';
import { attemptWords, fieldWords, type TaskBlock } from '../core/spawn/taskBlock';
import { changeTask, type TaskChange } from './changeTask';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { keyOfAttempt } from './taskSite';
import { sessionOf } from './viewAttempt';
import type { Recorded } from './workerEngine';

/** What is compared: the block as it stood at preflight. */
export function blockHash({ text }: TaskBlock): string {
  return createHash('sha256').update(text).digest('hex');
}

/** In-progress with this worker; says why when the task was changed by somebody else meanwhile. */
export async function recordAttempt(ctx: EngineContext, attempt: Attempt): Promise<Recorded> {
  const worker = workerWords(ctx, attempt);
  let isThere = false;
  const result = await change(ctx, attempt, (context, key, block) => {
    isThere = saysAttempt(ctx, block, attempt);
    if (isThere) return undefined;
    if (blockHash(block) !== attempt.block)
      return `${block.task.id} was changed in the queue after the spawn had begun, so nothing was written there. Set it to in-progress with the worker ${worker} by hand.`;
    return recordSpawn(context, { key, worker, attempt: attempt.identity.number });
  });
  if (result === undefined) await write(ctx, 'recorded', attempt);
  return result === undefined ? { kind: 'recorded' } : { kind: 'not-recorded', why: result };
}

/** Names the session where the queue still says that it waits to be confirmed. */
export async function recordSession(ctx: EngineContext, attempt: Attempt): Promise<void> {
  const worker = workerWords(ctx, attempt);
  await change(ctx, attempt, (context, key, block) =>
    fieldWords(block, 'worker') === pendingWorker && worker !== pendingWorker
      ? recordWorker(context, key, worker)
      : undefined,
  );
}

/**
 * Names the session in place of the worker that the attempt had `before`, and of nobody else; a sentence where the queue
 * does not name it afterwards.
 */
export async function recordAdopted(
  ctx: EngineContext,
  attempt: Attempt,
  before: Attempt,
): Promise<string | undefined> {
  const worker = workerWords(ctx, attempt);
  const ours = [workerWords(ctx, before), sessionOf(ctx, before), pendingWorker];
  return change(ctx, attempt, (context, key, block) => {
    const now = fieldWords(block, 'worker');
    if (now === worker) return undefined;
    const number = attemptWords(block) ?? String(attempt.identity.number);
    if (block.task.status !== 'in-progress' || number !== String(attempt.identity.number))
      return `${block.task.id} is not in-progress there for this attempt.`;
    if (now === undefined) return `${block.task.id} has no Worker there.`;
    return ours.includes(now)
      ? recordWorker(context, key, worker)
      : `${block.task.id} has the worker ${now} there, which is not the one that we had noted.`;
  });
}

/** The task as before the attempt, unless the queue tells of something else by now; a sentence where it could not be done. */
export async function putBack(
  ctx: EngineContext,
  attempt: Attempt,
  to: KnownStatus = before(attempt),
): Promise<string | undefined> {
  const why = await change(ctx, attempt, (context, key, block) =>
    block.task.status === 'in-progress' && saysAttempt(ctx, block, attempt)
      ? recordPutBack(context, key, to)
      : undefined,
  );
  if (why === undefined) await write(ctx, 'put-back', attempt);
  return why;
}

function change(
  ctx: EngineContext,
  attempt: Attempt,
  make: TaskChange,
): Promise<string | undefined> {
  return changeTask(ctx, (state) => keyOfAttempt(ctx, state, attempt), make);
}

/** Whether the queue says already that this attempt is on the task. Forms without fields only say that somebody is. */
export function saysAttempt(ctx: EngineContext, block: TaskBlock, attempt: Attempt): boolean {
  if (block.task.status !== 'in-progress') return false;
  const number = attemptWords(block);
  const worker = fieldWords(block, 'worker');
  if (number === undefined && worker === undefined) return attempt.isRecorded;
  const workers = [workerWords(ctx, attempt), sessionOf(ctx, attempt), pendingWorker];
  return (
    (number === undefined || number === String(attempt.identity.number)) &&
    (worker === undefined || attempt.isRecorded || workers.includes(worker))
  );
}

function workerWords(ctx: EngineContext, attempt: Attempt): string {
  if (attempt.state === 'unknown') return pendingWorker;
  const words = sessionOf(ctx, attempt) ?? attempt.identity.attemptId;
  return words.replace(/[\s|`*]+/g, ' ').trim();
}

function before({ from }: Attempt): KnownStatus {
  return from === 'failed' ? 'failed' : 'pending';
}
