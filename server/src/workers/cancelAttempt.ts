/** Stopping a worker. What is not proven is not said: until then the slot stays taken. */
import type { TaskKey } from '../core/model/taskKey';
import { beingStarted, done, isBeingStarted, refuse, takeAttempt } from './attemptInHand';
import { type CancelOutcome, hasEnded, type Run } from './backend';
import { backendOf, type EngineContext, write } from './engineContext';
import type { EntryFields } from './ledgerEntry';
import type { Attempt } from './foldLedger';
import { ask } from './lookAfter';
import { noteStopped } from './noteStopped';
import { putBack } from './recordAttempt';
import { withDeadline } from './withDeadline';
import type { ActionResult } from './workerEngine';

const cancelMs = 45_000;

/** Done only when the worker is proven gone; refused where none is there, and where nobody can tell. */
export async function cancelAttempt(ctx: EngineContext, key: TaskKey): Promise<ActionResult> {
  const hand = await takeAttempt(ctx, key);
  if (hand.kind === 'refused') return hand;
  const { held, id } = hand;
  if (!held) return refuse(`No worker is on ${id}.`, 'There is nothing to stop.');
  if (isBeingStarted(ctx, held)) return beingStarted;
  if (held.backend === 'hand-off')
    return refuse(
      `${id} was handed to something that we cannot stop.`,
      'Stop it where it runs, then reset the task.',
    );
  if (held.isAdopted && (await ask(ctx, held)).kind !== 'found')
    return refuse(
      `The worker of ${id} is the session ${held.sessionKey ?? ''}, which cannot be stopped from here.`,
      'Stop it where it runs, then reset the task.',
    );
  const { uuid } = held.identity;
  ctx.stopping.add(uuid);
  try {
    return await stop(ctx, held, id);
  } finally {
    ctx.stopping.delete(uuid);
  }
}

/** What came of it, in the queue as well. */
async function stop(ctx: EngineContext, held: Attempt, id: string): Promise<ActionResult> {
  const outcome = await cancelWith(ctx, held);
  switch (outcome.kind) {
    case 'cannot-tell':
      return refuse(
        `Nobody can tell whether the worker of ${id} has stopped: ${outcome.why}.`,
        'It keeps its slot. Try again, or look for its session yourself; once there is none, reset the task and confirm that.',
      );
    case 'cancelled':
      if (!hasEnded(outcome.run))
        return refuse(`The worker of ${id} was told to stop and still runs.`, 'Try again.');
      return stopped(ctx, held, outcome.run, `The worker of ${id} has stopped.`);
    case 'nothing-to-cancel': {
      if (outcome.run !== undefined && hasEnded(outcome.run)) {
        ctx.runs.set(held.identity.uuid, outcome.run);
        await write(ctx, 'ended', held, endOf(outcome.run));
        return done(ctx, held.identity.uuid, `The worker of ${id} had ended before.`);
      }
      const found = await ask(ctx, held);
      if (found.kind === 'absent' && !ctx.late.has(held.identity.uuid))
        return stopped(ctx, held, { state: 'lost' }, `The worker of ${id} is not there any more.`);
      return refuse(`The worker of ${id} could not be stopped.`, 'Try again.');
    }
  }
}

async function cancelWith(ctx: EngineContext, attempt: Attempt): Promise<CancelOutcome> {
  const backend = backendOf(ctx, attempt.backend);
  if (!backend)
    return { kind: 'cannot-tell', why: `the back end ${attempt.backend ?? ''} is not set up` };
  const timed = await withDeadline(ctx.ports.clock, cancelMs, 0, (signal) =>
    backend.cancel(attempt.identity, signal),
  );
  if (timed.kind === 'answered') return timed.value;
  return { kind: 'cannot-tell', why: timed.kind === 'threw' ? timed.why : 'it did not answer' };
}

type EndedRun = Pick<Run, 'state'> & Partial<Pick<Run, 'sessionKey'>>;

/** The session with it: whoever has never seen the run has only the ledger to tell its name. */
function endOf({ state, sessionKey }: EndedRun): EntryFields {
  return { run: state, ...(sessionKey === undefined ? {} : { sessionKey }) };
}

async function stopped(
  ctx: EngineContext,
  attempt: Attempt,
  run: EndedRun,
  said: string,
): Promise<ActionResult> {
  const why = await putBack(ctx, attempt);
  await write(ctx, 'ended', attempt, endOf(run));
  if (why === undefined) await noteStopped(ctx, attempt);
  return done(
    ctx,
    attempt.identity.uuid,
    why === undefined ? said : `${said} The queue was left as it is: ${why}`,
  );
}
