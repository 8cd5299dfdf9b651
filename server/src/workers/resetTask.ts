/** Putting an attempt aside and its task back to pending. */
import type { TaskKey } from '../core/model/taskKey';
import { recordPutBack } from '../core/spawn/recordSpawn';
import { beingStarted, done, type InHand, isBeingStarted, type Refused, refuse, takeInHand } from './attemptInHand'; // prettier-ignore
import { changeTask } from './changeTask';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { ask, isProvablyAbsent } from './lookAfter';
import { noteStopped } from './noteStopped';
import { hasEnded } from './viewAttempt';
import { withdrawRequest, withdrawnWords } from './withdrawRequest';
import type { ActionResult } from './workerEngine';

export async function resetTask(
  ctx: EngineContext,
  key: TaskKey,
  hasLooked: boolean,
): Promise<ActionResult> {
  const hand = await takeInHand(ctx, key);
  if (hand.kind === 'refused') return hand;
  const { held, site } = hand;
  const isWithdrawn = held !== undefined && (await withdrawRequest(ctx, held));
  const trouble = held && !isWithdrawn && (await mayLive(ctx, hand, held, hasLooked));
  if (trouble) return trouble;
  const { id } = site.block.task;
  const why = await changeTask(
    ctx,
    () => key,
    (context, _, { task }) =>
      task.status === 'in-progress' || task.status === 'failed'
        ? recordPutBack(context, key, 'pending')
        : undefined,
  );
  if (held) await write(ctx, 'closed', held, { why: hasLooked ? 'released by a person who had looked' : 'reset by a person' }); // prettier-ignore
  if (why !== undefined)
    return refuse(`${id} could not be set to pending: ${why}`, 'Do it by hand.');
  if (held) await noteStopped(ctx, held);
  const taken = isWithdrawn ? ` ${withdrawnWords}` : '';
  return done(ctx, held?.identity.uuid, `${id} is pending again.${taken}`);
}

/** Why it cannot be put aside. */
async function mayLive(
  ctx: EngineContext,
  { site }: InHand,
  held: Attempt,
  hasLooked: boolean,
): Promise<Refused | undefined> {
  const { id } = site.block.task;
  if (held.backend === 'hand-off') return undefined;
  if (isBeingStarted(ctx, held)) {
    const isOnOther = held.owner.host !== ctx.self.host;
    return isOnOther && hasLooked ? undefined : beingStarted;
  }
  const found = await ask(ctx, held);
  if (found.kind === 'found')
    return hasEnded(found.run.state)
      ? undefined
      : refuse(`The worker of ${id} is still there.`, 'Stop it first.');
  const isGone =
    found.kind === 'absent' &&
    (held.state !== 'unknown' || (await isProvablyAbsent(ctx, held, found)));
  if (isGone || (hasLooked && !ctx.late.has(held.identity.uuid))) return undefined;
  return refuse(
    `Nobody can tell whether the worker of ${id} lives${found.kind === 'cannot-tell' ? `: ${found.why}` : ''}.`,
    'Look for its session yourself. If there is none, release the attempt.',
  );
}
