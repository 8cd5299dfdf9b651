/** A session that a person has found becomes the worker of the attempt. */
import type { TaskKey } from '../core/model/taskKey';
import { beingStarted, done, isBeingStarted, refuse, takeInHand } from './attemptInHand';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { recordAdopted, recordAttempt } from './recordAttempt';
import { takeBack } from './withdrawRequest';
import type { ActionResult } from './workerEngine';

/** Refused for words that are no session key, and where no attempt is under way. Starts and stops nothing. */
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
  // Nobody is to start another one; what it says of the request is not said of the session.
  await takeBack(ctx, held);
  const why = await record(ctx, adopted, held);
  const said = `${session} is now the worker of ${id}.`;
  return done(
    ctx,
    held.identity.uuid,
    why === undefined ? said : `${said} The queue does not say so: ${why}`,
  );
}

/** Why the queue does not name the session; nothing when it does. */
async function record(
  ctx: EngineContext,
  adopted: Attempt,
  before: Attempt,
): Promise<string | undefined> {
  if (adopted.isRecorded) return recordAdopted(ctx, adopted, before);
  const recorded = await recordAttempt(ctx, adopted);
  if (recorded.kind === 'not-recorded') return recorded.why;
  // It may have said already that the attempt is on the task, with the worker from before.
  return recordAdopted(ctx, adopted, before);
}
