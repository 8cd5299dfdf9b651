/** An attempt as people see it. */
import type { QueueState } from '../core/state';
import { isHeld } from './attempt';
import type { Run } from './backend';
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
  const run = runOf(ctx, attempt);
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

/** As it was last seen while it is held; from then on the ledger counts, and what it said before its end stays. */
function runOf(ctx: EngineContext, attempt: Attempt): Run | undefined {
  const seen = ctx.runs.get(attempt.identity.uuid);
  if (isHeld(attempt.state)) return seen;
  const end = endedRun(attempt);
  if (seen === undefined || end === undefined || seen.state === end.state)
    return end && (seen ?? end);
  return { ...seen, state: end.state, endedAt: end.endedAt };
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
