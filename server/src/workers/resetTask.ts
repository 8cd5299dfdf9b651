/** Putting an attempt aside and its task back to pending. */
import type { Status } from '../core/model/status';
import type { TaskKey } from '../core/model/taskKey';
import { recordPutBack } from '../core/spawn/recordSpawn';
import { isHeld } from './attempt';
import {
  beingStarted,
  done,
  type GoneInHand,
  isBeingStarted,
  type Refused,
  refuse,
  refuseUnlessLooked,
  takeAttempt,
} from './attemptInHand';
import { type FindOutcome, hasEnded, type Run } from './backend';
import { releaseBlocked } from './blockedNumber';
import { changeTask } from './changeTask';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { ask, isProvablyAbsent } from './lookAfter';
import { quoted } from './needsYou';
import { noteStopped } from './noteStopped';
import { isTaken } from './takenRequest';
import { withdrawRequest, withdrawnWords } from './withdrawRequest';
import type { ActionResult } from './workerEngine';

/**
 * Refused while the worker may live. `hasLooked`: a person has looked where nobody here can, which releases what cannot
 * be told of, and never what is seen.
 */
export async function resetTask(
  ctx: EngineContext,
  key: TaskKey,
  hasLooked: boolean,
): Promise<ActionResult> {
  const hand = await takeAttempt(ctx, key);
  if (hand.kind === 'refused') return hand;
  const { held, id } = hand;
  const isWithdrawn = held !== undefined && (await withdrawRequest(ctx, held));
  const trouble = held && !isWithdrawn && (await mayLive(ctx, id, held, hasLooked));
  if (trouble) return trouble;
  const taken = isWithdrawn ? ` ${withdrawnWords}` : '';
  if (hand.kind === 'gone') return putAside(ctx, hand, hasLooked, taken);
  const { site } = hand;
  const blocked = held ? undefined : await releaseBlocked(ctx, site, hasLooked);
  if (blocked) return refuseUnlessLooked(blocked.why, blocked.remedy);
  const seen: { status: Status } = { status: 'pending' };
  const why = await changeTask(
    ctx,
    () => key,
    (context, _, { task }) => {
      seen.status = task.status;
      return putBack.has(task.status) ? recordPutBack(context, key, 'pending') : undefined;
    },
  );
  if (held) await close(ctx, held, hasLooked);
  if (why !== undefined)
    return refuse(`${id} could not be set to pending: ${why}`, 'Do it by hand.');
  if (held) await noteStopped(ctx, held);
  if (putBack.has(seen.status) || seen.status === 'pending')
    return done(ctx, held?.identity.uuid, `${id} is pending again.${taken}`);
  const stays = seen.status === 'unknown' ? 'keeps its unknown status' : `stays ${seen.status}`;
  return held
    ? done(ctx, held.identity.uuid, `The attempt is put aside; ${id} ${stays}.${taken}`)
    : refuse(
        `${id} ${stays}: only what is in progress, blocked or failed is put back to pending.`,
        'Set its status by hand, if that is what you want.',
      );
}

/** What is finished, claimed or dropped is somebody's word, which a reset never takes back. */
const putBack: ReadonlySet<Status> = new Set(['in-progress', 'failed', 'blocked']);

/** No queue has the task, so there is nothing to put back: only the slot is given back. */
async function putAside(
  ctx: EngineContext,
  { id, held }: GoneInHand,
  hasLooked: boolean,
  taken: string,
): Promise<ActionResult> {
  if (!held) return refuse(`No attempt at ${id} holds a slot.`, 'There is nothing to put aside.');
  await close(ctx, held, hasLooked);
  const said = `The attempt at ${id} is put aside and its slot is free. No queue has the task any more.${taken}`;
  return done(ctx, held.identity.uuid, said);
}

function close(ctx: EngineContext, held: Attempt, hasLooked: boolean): Promise<void> {
  const why = hasLooked ? 'released by a person who had looked' : 'reset by a person';
  return write(ctx, 'closed', held, { why });
}

/** Why it cannot be put aside. */
async function mayLive(
  ctx: EngineContext,
  id: string,
  held: Attempt,
  hasLooked: boolean,
): Promise<Refused | undefined> {
  if (held.backend === 'hand-off') return undefined;
  if (isBeingStarted(ctx, held)) {
    if (ctx.busy.has(held.identity.uuid) || !mayBeReleased(ctx, held)) return beingStarted;
    if (!hasLooked)
      return refuseUnlessLooked(
        beingStarted.why,
        `The ledger has it from the machine ${quoted(held.owner.host)}. Wait until that is through; go on only if you have looked there and nobody works on it.`,
      );
    return held.state === 'reserved' && !(await isReleased(ctx, held)) ? beingStarted : undefined;
  }
  const found = await ask(ctx, held);
  if (found.kind === 'found' && hasEnded(found.run)) return undefined;
  const isOutOfSight = found.kind === 'found' && isWithProcessor(found.run);
  if (found.kind === 'found' && !isOutOfSight)
    return refuse(`The worker of ${id} is still there.`, 'Stop it first.');
  if (isOutOfSight && (await isRunByUs(ctx, held))) return beingStarted;
  const isGone =
    found.kind === 'absent' &&
    (held.state !== 'unknown' || (await isProvablyAbsent(ctx, held, found)));
  if (isGone) return undefined;
  // Nobody's word helps while our own call may still start it.
  if (ctx.late.has(held.identity.uuid)) return beingStarted;
  if (hasLooked) return undefined;
  const why = isOutOfSight ? 'a processor has taken its request' : doubtOf(found);
  return refuseUnlessLooked(
    `Nobody can tell whether the worker of ${id} lives${why === undefined ? '' : `: ${why}`}.`,
    'Look for its session yourself. If there is none, reset the task and confirm that.',
  );
}

/** What a processor of the file queue has taken leaves only its own word behind, whatever became of it since. */
function isWithProcessor({ backend, state }: Run): boolean {
  return backend === 'queue' && state !== 'queued';
}

/** One of us on this machine takes it out of the file queue at this moment, or has just done so. */
async function isRunByUs(ctx: EngineContext, before: Attempt): Promise<boolean> {
  const reread = async (): Promise<Attempt> =>
    (await ctx.ledger.read()).attempts.get(before.identity.uuid) ?? before;
  const taken = await reread();
  const drainers = taken.drainers.filter(({ host }) => host === ctx.self.host);
  if (await isTaken(ctx, { ...taken, drainers })) return true;
  // Whoever has put it away again has said so in the ledger before.
  const { state, backend, owner } = await reread();
  return (
    state !== before.state || backend !== before.backend || owner.instance !== before.owner.instance
  );
}

function doubtOf(found: FindOutcome): string | undefined {
  return found.kind === 'cannot-tell' ? found.why : undefined;
}

/** Takes the reservation back; false when a request has followed it meanwhile. */
async function isReleased(ctx: EngineContext, held: Attempt): Promise<boolean> {
  await write(ctx, 'released', held, { why: 'released by a person who had looked' });
  const now = (await ctx.ledger.read()).attempts.get(held.identity.uuid);
  return now !== undefined && !isHeld(now.state);
}

/**
 * Whether a person's word is enough to put an attempt aside that seems to be just starting. What is only reserved sends
 * nothing once the ledger says that it is released; of what is requested nobody here can tell, unless its process is one
 * of this machine. One of ours would have written how it is told from others.
 */
function mayBeReleased(ctx: EngineContext, { state, owner }: Attempt): boolean {
  const isHere = owner.host === ctx.self.host;
  const isMarked = owner.mark !== undefined || ctx.self.mark === undefined;
  return state === 'reserved' || !isHere || !isMarked;
}
