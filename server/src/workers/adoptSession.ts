/** A session that a person has found becomes the worker of the attempt. */
import type { TaskKey } from '../core/model/taskKey';
import { beingStarted, done, isBeingStarted, refuse, takeInHand } from './attemptInHand';
import { type EngineContext, write } from './engineContext';
import { recordAttempt, recordSession } from './recordAttempt';
import type { ActionResult } from './workerEngine';

export async function adoptSession(
  ctx: EngineContext,
  key: TaskKey,
  sessionKey: string,
): Promise<ActionResult> {
  const session = sessionKey.trim();
  if (!/^[\w:.@/#+-]{1,200}$/.test(session))
    return refuse(
      'That is no session key.',
      'Give its name in one word, such as agent:main:subagent:… or a process id.',
    );
  const hand = await takeInHand(ctx, key);
  if (hand.kind === 'refused') return hand;
  const { held, site } = hand;
  const { id } = site.block.task;
  if (!held)
    return refuse(`No attempt at ${id} is under way.`, 'Reset the task and spawn a worker.');
  if (isBeingStarted(ctx, held)) return beingStarted;
  await write(ctx, 'adopted', held, { sessionKey: session, isSettled: true });
  const adopted = (await ctx.ledger.read()).attempts.get(held.identity.uuid) ?? held;
  if (adopted.isRecorded) await recordSession(ctx, adopted);
  else await recordAttempt(ctx, adopted);
  return done(ctx, held.identity.uuid, `${session} is now the worker of ${id}.`);
}
