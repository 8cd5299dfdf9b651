/** Finding out how an attempt is, and writing down what is learnt: by its back end first, then by what it left behind. */
import { isHeld } from './attempt';
import { type FindOutcome, hasEnded, type Run } from './backend';
import { backendOf, type EngineContext, isOwnerGone, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { lifeSignAfter } from './lifeSign';
import { forgotten } from './needsYou';
import { putBack, recordAttempt, recordSession } from './recordAttempt';
import { recoverAttempt } from './reserveAttempt';
import { isTaken } from './takenRequest';
import { isTaskFinished, withdrawRequest } from './withdrawRequest';
import { withDeadline } from './withDeadline';

const findMs = 15_000;

/** What the back end says; never throws. Only for a trusted workspace. */
export async function ask(ctx: EngineContext, attempt: Attempt): Promise<FindOutcome> {
  const { uuid } = attempt.identity;
  const found = await answerOf(ctx, attempt);
  if (found.kind === 'found') ctx.runs.set(uuid, found.run);
  // What is proven to be gone, or speaks of another session, is no memory to go by.
  else if (found.kind === 'absent' || attempt.isAdopted) ctx.runs.delete(uuid);
  if (found.kind === 'cannot-tell') ctx.doubts.set(uuid, found.why);
  else if (found.kind === 'absent' && !isUnsure(attempt)) ctx.doubts.set(uuid, forgotten);
  else ctx.doubts.delete(uuid);
  return found;
}

async function answerOf(ctx: EngineContext, attempt: Attempt): Promise<FindOutcome> {
  if (attempt.backend === 'hand-off')
    return { kind: 'cannot-tell', why: 'it was handed to something that cannot be asked' };
  const backend = backendOf(ctx, attempt.backend);
  if (!backend)
    return { kind: 'cannot-tell', why: `the back end ${attempt.backend ?? ''} is not set up` };
  const timed = await withDeadline(ctx.ports.clock, findMs, 0, (signal) =>
    backend.find(attempt.identity, signal),
  );
  if (timed.kind === 'answered') {
    const { value } = timed;
    if (value.kind === 'found' && value.run.attemptId !== attempt.identity.attemptId)
      return { kind: 'cannot-tell', why: 'the back end answered for another attempt' };
    const names = [
      backend.keyFor(attempt.identity),
      value.kind === 'found' && value.run.sessionKey,
    ];
    return attempt.isAdopted && !names.includes(attempt.sessionKey)
      ? { kind: 'cannot-tell', why: 'a person has named another session than its own' }
      : value;
  }
  return { kind: 'cannot-tell', why: timed.kind === 'threw' ? timed.why : 'it did not answer' };
}

function isUnsure({ state }: Attempt): boolean {
  return state === 'requested' || state === 'unknown';
}

/**
 * `absent` counts as proof only when no call is under way any more: one that has come back, or whose process is gone.
 * A request that has not left yet cannot be found either.
 */
export async function isProvablyAbsent(
  ctx: EngineContext,
  attempt: Attempt,
  found: FindOutcome,
): Promise<boolean> {
  const { uuid } = attempt.identity;
  if (found.kind !== 'absent' || ctx.busy.has(uuid) || ctx.late.has(uuid)) return false;
  return attempt.isSettled || (await isOwnerGone(ctx, attempt));
}

/** Brings one attempt up to date, and then the queue with it. */
export async function lookAfter(ctx: EngineContext, attempt: Attempt): Promise<void> {
  if (ctx.busy.has(attempt.identity.uuid) || !isHeld(attempt.state)) return;
  const recovered = await recoverAttempt(ctx, attempt);
  const known = recovered ? await rereadAttempt(ctx, attempt) : attempt;
  if (known.state === 'reserved' || known.state === 'requested' || !isHeld(known.state)) return;
  const found = await ask(ctx, known);
  const isQueued = found.kind === 'found' && found.run.state === 'queued';
  // Somebody has finished it by hand, or died between finishing it and taking the request back.
  if (isQueued && (await isTaskFinished(ctx, known)) && (await withdrawRequest(ctx, known))) return;
  const learnt = await learn(ctx, known, found);
  const now = learnt ? await rereadAttempt(ctx, known) : known;
  if (isHeld(now.state)) await recordLate(ctx, now);
}

async function rereadAttempt(ctx: EngineContext, attempt: Attempt): Promise<Attempt> {
  return (await ctx.ledger.read()).attempts.get(attempt.identity.uuid) ?? attempt;
}

/** Writes down what is new; true when something was. */
async function learn(ctx: EngineContext, attempt: Attempt, found: FindOutcome): Promise<boolean> {
  if (found.kind === 'found') return learnFromRun(ctx, attempt, found.run);
  if (attempt.state === 'unknown' && (await isProvablyAbsent(ctx, attempt, found))) {
    // The file queue gets it back then, and the attempt goes on.
    if (await isTaken(ctx, attempt)) return false;
    // The queue first: after a crash between the two, the attempt is still there to be settled again.
    await putBack(ctx, attempt);
    await write(ctx, 'failed', attempt, {
      why: 'it never reached the back end',
      ...(attempt.backend === undefined ? {} : { backend: attempt.backend }),
    });
    return true;
  }
  if (attempt.state === 'alive' || attempt.state === 'handed-off') return false;
  const sign = await lifeSignAfter(ctx, attempt);
  if (sign === undefined) return false;
  await write(ctx, 'alive', attempt, { why: sign });
  return true;
}

async function learnFromRun(ctx: EngineContext, attempt: Attempt, run: Run): Promise<boolean> {
  const session = run.sessionKey === undefined ? {} : { sessionKey: run.sessionKey };
  if (hasEnded(run)) {
    await write(ctx, 'ended', attempt, { run: run.state, ...session });
    return true;
  }
  const shows = run.lastSignAt !== undefined || (run.tokens ?? 0) > 0;
  const lives =
    run.state === 'running' && (shows || (await lifeSignAfter(ctx, attempt)) !== undefined);
  const isNew = attempt.state === 'unknown' || (lives && attempt.state === 'started');
  if (!isNew) return false;
  await write(ctx, lives ? 'alive' : 'started', attempt, { ...session, isSettled: true });
  return true;
}

/** The queue may still have to be told, after a crash or when somebody was typing. */
async function recordLate(ctx: EngineContext, attempt: Attempt): Promise<void> {
  if (!attempt.isRecorded) await recordAttempt(ctx, attempt);
  else if (attempt.state !== 'unknown') await recordSession(ctx, attempt);
}
