/** An attempt as people see it. */
import type { QueueState } from '../core/state';
import { fieldWords, taskBlockOf } from '../core/spawn/taskBlock';
import { isHeld } from './attempt';
import type { Run, RunState } from './backend';
import { endedRun } from './endedRun';
import { backendOf, type EngineContext } from './engineContext';
import type { Attempt } from './foldLedger';
import { keyOfAttempt } from './taskSite';
import type { WorkerView } from './workerEngine';

/** The last words are those of the back ends; nothing is asked for it. */
export function viewAttempt(
  ctx: EngineContext,
  state: QueueState | undefined,
  attempt: Attempt,
): WorkerView {
  const { identity, backend = 'queue' } = attempt;
  const run = ctx.runs.get(identity.uuid) ?? endedRun(attempt);
  const key = state && keyOfAttempt(ctx, state, attempt);
  return {
    identity,
    key: key !== undefined && state?.index.tasks.has(key) === true ? key : undefined,
    backend,
    state: attempt.state,
    run,
    requestedAt: attempt.requestedAt,
    sessionKey: sessionOf(ctx, attempt),
    model: run?.model ?? attempt.model,
    needsYou: state && needsYou(ctx, state, attempt, run),
  };
}

/** The handle under which a person finds the worker. */
export function sessionOf(ctx: EngineContext, attempt: Attempt): string | undefined {
  if (attempt.isAdopted) return attempt.sessionKey;
  return (
    ctx.runs.get(attempt.identity.uuid)?.sessionKey ??
    attempt.sessionKey ??
    backendOf(ctx, attempt.backend)?.keyFor(attempt.identity)
  );
}

/** True for a run that is over. */
export function hasEnded(state: RunState): boolean {
  switch (state) {
    case 'queued':
    case 'starting':
    case 'running':
      return false;
    case 'succeeded':
    case 'failed':
    case 'timed-out':
    case 'cancelled':
    case 'lost':
      return true;
  }
}

/** A sentence when a person should look; nothing while all is well. */
function needsYou(
  ctx: EngineContext,
  state: QueueState,
  attempt: Attempt,
  run: Run | undefined,
): string | undefined {
  const block = taskBlockOf(state, keyOfAttempt(ctx, state, attempt));
  const { number, taskId } = attempt.identity;
  const name = `Attempt ${number} at ${taskId}`;
  if (isHeld(attempt.state) && !block)
    return `${name} may be running, but no queue has the task any more.`;
  const age = ctx.ports.clock.now() - attempt.requestedAt;
  const proofMs = state.options.proofOfLifeMinutes * 60_000;
  const graceMs = ctx.options.config().startGraceSeconds * 1000;
  const doubt = ctx.doubts.get(attempt.identity.uuid);
  const mayRun = attempt.state === 'started' || attempt.state === 'alive';
  if (mayRun && !attempt.isRecorded && age > graceMs)
    return `${name} runs, but the queue does not say so.`;
  switch (attempt.state) {
    case 'unknown':
      return age > proofMs
        ? `${name} was requested, and nobody can tell whether it started${doubt === undefined ? '' : ` (${doubt})`}. Look for its session; then adopt it, retry or reset.`
        : undefined;
    case 'started':
      if (doubt !== undefined && age > graceMs)
        return `${name} was started, but its back end cannot tell of it: ${doubt}.`;
      if (run?.state === 'queued')
        return age > proofMs ? `${name} waits in the file queue, and nobody takes it.` : undefined;
      if (run?.state === 'starting')
        return age > graceMs ? `${name} was admitted but has not begun.` : undefined;
      return age > proofMs ? `${name} has given no sign of life since it was started.` : undefined;
    case 'ended':
      return block?.task.status === 'in-progress' && isOurs(block, attempt)
        ? `The worker of ${taskId} has ended (${attempt.run ?? 'nobody knows how'}), and the queue still says in-progress.`
        : undefined;
    case 'reserved':
    case 'requested':
      return age > proofMs ? `${name} was begun and has gone no further.` : undefined;
    case 'alive':
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
