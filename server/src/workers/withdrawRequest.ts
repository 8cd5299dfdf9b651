/** Taking a request back that waits in the file queue, so that nothing is started later for work that is done. */
import { taskBlockOf } from '../core/spawn/taskBlock';
import type { Run } from './backend';
import { backendOf, type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { keyOfAttempt } from './taskSite';
import { withDeadline } from './withDeadline';

const withdrawMs = 15_000;

export const withdrawnWords = 'Its request was taken back from the file queue.';

/** Where the request of an attempt waits for somebody to take it. */
export function requestPath(ctx: EngineContext, { identity }: Attempt): string {
  return `${ctx.places.requests}/${identity.uuid}.json`;
}

/**
 * True when nobody had taken the request and now nobody can: its attempt has ended, on record. The same rename by which
 * a processor takes one decides, so a request that somebody has taken is left alone.
 */
export async function withdrawRequest(ctx: EngineContext, attempt: Attempt): Promise<boolean> {
  const run = await takeBack(ctx, attempt);
  if (!run) return false;
  ctx.runs.set(attempt.identity.uuid, run);
  await write(ctx, 'ended', attempt, { run: run.state });
  return true;
}

/** The same without a word in the ledger: the request as it was taken back; nothing when none waited. */
export async function takeBack(ctx: EngineContext, attempt: Attempt): Promise<Run | undefined> {
  const backend = attempt.backend === 'queue' ? backendOf(ctx, 'queue') : undefined;
  if (!backend || ctx.busy.has(attempt.identity.uuid)) return undefined;
  if ((await ctx.ports.files.modifiedAt(requestPath(ctx, attempt))) === undefined) return undefined;
  const timed = await withDeadline(ctx.ports.clock, withdrawMs, 0, (signal) =>
    backend.cancel(attempt.identity, signal),
  );
  const isTaken = timed.kind === 'answered' && timed.value.kind === 'cancelled';
  return isTaken ? timed.value.run : undefined;
}

/** Whether the queue says that the task needs no worker any more; false when that cannot be read. */
export async function isTaskFinished(ctx: EngineContext, attempt: Attempt): Promise<boolean> {
  const state = await ctx.ports.desk.current();
  const block = state && taskBlockOf(state, keyOfAttempt(ctx, state, attempt));
  switch (block?.task.status) {
    case 'needs-validation':
    case 'self-validated':
    case 'validated':
    case 'complete':
    case 'cancelled':
      return true;
    default:
      return false;
  }
}
