/** An attempt as people see it. */
import type { QueueState } from '../core/state';
import { endedRun } from './endedRun';
import { backendOf, type EngineContext } from './engineContext';
import type { Attempt } from './foldLedger';
import { needsYou } from './needsYou';
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
  const isDeclared = key !== undefined && state?.index.tasks.has(key) === true;
  return {
    identity,
    key: isDeclared ? key : undefined,
    goneKey: isDeclared ? undefined : key,
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
