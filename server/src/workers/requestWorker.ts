/** One call to a back end, and what it proves. */
import type { AttemptIdentity } from './attempt';
import type { SpawnOutcome, SpawnRequest, WorkerBackend } from './backend';
import { type EngineContext, write } from './engineContext';
import { withDeadline } from './withDeadline';

/** Two steps with their repetitions fit into it (workers.md 4.4, rule 3). */
const requestMs = 60_000;
const graceMs = 5_000;

/**
 * Asks once and writes down what came of it. What did not come back in time is unknown, and stays so until the call
 * comes back after all: whatever it says then is written down, too. A request that was drained from the file queue does
 * not end with a failure, because the queue still has it.
 */
export async function requestWorker(
  ctx: EngineContext,
  backend: WorkerBackend,
  request: SpawnRequest,
  queue: string,
  isDrain = false,
): Promise<SpawnOutcome> {
  const of = { identity: request.identity, queue, backend, isDrain };
  const timed = await withDeadline(ctx.ports.clock, requestMs, graceMs, (signal) =>
    backend.spawn(request, signal),
  );
  switch (timed.kind) {
    case 'answered':
      return settle(ctx, of, timed.value);
    case 'threw':
      return settle(ctx, of, { kind: 'unknown', why: timed.why });
    case 'late': {
      const rest = timed.rest.then(async (end) => {
        if (end.kind === 'answered') await settle(ctx, of, end.value);
        else if (end.kind === 'threw') await settle(ctx, of, { kind: 'unknown', why: end.why });
      });
      keep(ctx, request.identity.uuid, rest);
      const why = `${backend.id} did not answer within ${(requestMs + graceMs) / 1000} seconds`;
      await write(ctx, 'unknown', of, { why });
      return { kind: 'unknown', why };
    }
  }
}

interface Requested {
  readonly identity: AttemptIdentity;
  readonly queue: string;
  readonly backend: WorkerBackend;
  readonly isDrain: boolean;
}

async function settle(
  ctx: EngineContext,
  of: Requested,
  outcome: SpawnOutcome,
): Promise<SpawnOutcome> {
  const { attemptId, uuid } = of.identity;
  if (outcome.kind === 'started' && outcome.run.attemptId !== attemptId)
    return settle(ctx, of, {
      kind: 'unknown',
      why: 'the back end answered for another attempt',
    });
  switch (outcome.kind) {
    case 'started': {
      const { sessionKey, model } = outcome.run;
      ctx.runs.set(uuid, outcome.run);
      await write(ctx, 'started', of, {
        ...(sessionKey === undefined ? {} : { sessionKey }),
        ...(model === undefined ? {} : { model }),
        isSettled: true,
      });
      return outcome;
    }
    case 'failed':
      await write(ctx, of.isDrain ? 'unknown' : 'failed', of, {
        ...{ why: outcome.why, backend: of.backend.id, isSettled: true },
      });
      return outcome;
    case 'unknown':
      await write(ctx, 'unknown', of, { why: outcome.why, isSettled: true });
      return outcome;
  }
}

function keep(ctx: EngineContext, uuid: string, rest: Promise<void>): void {
  const kept = rest.catch((error: unknown) => {
    ctx.ports.logger.error('workers.lateAnswerNotWritten', { error });
  });
  ctx.late.set(uuid, kept);
  void kept.then(() => ctx.late.delete(uuid));
}
