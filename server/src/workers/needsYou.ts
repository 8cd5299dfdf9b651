/** Why a person should look at an attempt. */
import { fieldWords, taskBlockOf } from '../core/spawn/taskBlock';
import type { QueueState } from '../core/state';
import { isHeld } from './attempt';
import type { Run } from './backend';
import type { EngineContext } from './engineContext';
import type { Attempt } from './foldLedger';
import { keyOfAttempt } from './taskSite';

/** The doubt about a worker that was seen once, and that its back end proves to be there no more. */
export const forgotten = 'it no longer knows the session';

/** A sentence when a person should look; nothing while all is well. */
export function needsYou(
  ctx: EngineContext,
  state: QueueState,
  attempt: Attempt,
  run: Run | undefined,
): string | undefined {
  const block = taskBlockOf(state, keyOfAttempt(ctx, state, attempt));
  const { number, taskId } = attempt.identity;
  const name = `Attempt ${number} at ${taskId}`;
  if (isHeld(attempt.state) && !block)
    return `${name} may be running, but no queue has the task any more. It keeps its slot until it has ended: stop it, or reset the task to put it aside.${elsewhereWords(ctx, attempt)}`;
  // One that was requested in times to come has a clock that nobody can go by.
  const age = Math.abs(ctx.ports.clock.now() - attempt.requestedAt);
  const proofMs = state.options.proofOfLifeMinutes * 60_000;
  const graceMs = ctx.options.config().startGraceSeconds * 1000;
  const doubt = ctx.doubts.get(attempt.identity.uuid);
  const elsewhere = elsewhereWords(ctx, attempt);
  const mayRun = attempt.state === 'started' || attempt.state === 'alive';
  if (mayRun && !attempt.isRecorded && age > graceMs)
    return `${name} runs, but the queue does not say so.${elsewhere}`;
  // Undone, or written over by somebody who had read the queue before.
  if (mayRun && block?.task.status === 'pending' && age > graceMs)
    return `${name} may be running, but the queue says pending again. Set the task to in-progress there, or stop the worker.${elsewhere}`;
  switch (attempt.state) {
    case 'unknown':
      return age > proofMs
        ? `${name} was requested, and nobody can tell whether it started${doubt === undefined ? '' : ` (${doubt})`}. Look for its session; then adopt it, or reset the task.${elsewhere}`
        : undefined;
    case 'started':
      // Whoever has named the session looks after it, as after one that was handed off.
      if (attempt.isAdopted && doubt !== forgotten) return undefined;
      if (doubt !== undefined && age > graceMs)
        return `${name} was started, but its back end cannot tell of it: ${doubt}.${elsewhere}`;
      if (run?.state === 'queued') return whyWaiting(ctx, attempt, name, { age, proofMs, graceMs });
      if (run?.state === 'starting')
        return age > graceMs ? `${name} was admitted but has not begun.` : undefined;
      return age > proofMs
        ? `${name} has given no sign of life since it was started.${elsewhere}`
        : undefined;
    case 'ended':
      // Who is having it stopped knows, and the queue is about to be told.
      if (ctx.stopping.has(attempt.identity.uuid)) return undefined;
      return block?.task.status === 'in-progress' && isOurs(block, attempt)
        ? `The worker of ${taskId} has ended (${attempt.run ?? 'nobody knows how'}), and the queue still says in-progress. Claim or complete the task if its work is there; else retry or reset it.`
        : undefined;
    case 'reserved':
    case 'requested':
      return age > proofMs ? `${name} was begun and has gone no further.${elsewhere}` : undefined;
    case 'alive':
      return doubt === forgotten
        ? `${name} was at work, but its back end cannot tell of it: ${doubt}. If it is not at work any more, stop it or reset the task: either gives the slot back.${elsewhere}`
        : undefined;
    case 'failed':
    case 'handed-off':
    case 'closed':
      return undefined;
  }
}

function isOurs(block: NonNullable<ReturnType<typeof taskBlockOf>>, attempt: Attempt): boolean {
  const started = fieldWords(block, 'worker');
  return attempt.isRecorded && started !== undefined;
}

/** Why a request goes on waiting; nothing while that is as it should be. */
function whyWaiting(
  ctx: EngineContext,
  { identity, owner, why, drainers }: Attempt,
  name: string,
  { age, proofMs, graceMs }: Readonly<Record<'age' | 'proofMs' | 'graceMs', number>>,
): string | undefined {
  const refusal = ctx.refusals.get(identity.uuid);
  // What was asked for on another machine is run there, if all goes well.
  if (refusal && (owner.host === ctx.self.host || age > proofMs))
    return `${name} waits in the file queue and is not run from here: ${refusal.why}. ${refusal.remedy}`;
  if (drainers.length > 0 && why !== undefined && age > graceMs)
    return `${name} waits in the file queue again, since it could not be started: ${why}. Mend that, and it is tried again; or stop it.`;
  return age > proofMs ? `${name} waits in the file queue, and nobody takes it.` : undefined;
}

/** Who says so, where that is another machine: it may be at work, or its word came with a copy of the folder. */
export function elsewhereWords(ctx: EngineContext, { owner }: Pick<Attempt, 'owner'>): string {
  return owner.host === ctx.self.host
    ? ''
    : ` The ledger has it from the machine ${quoted(owner.host)}: look there. If this folder is a copy and nobody works on it, reset the task and confirm that.`;
}

/** The name of a machine, which anybody may have written. */
export function quoted(host: string): string {
  return `"${host
    .replace(/[^\w.:-]+/g, ' ')
    .trim()
    .slice(0, 60)}"`;
}
