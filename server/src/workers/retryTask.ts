/** The next attempt, once the one before is proven to be over. */
import type { TaskKey } from '../core/model/taskKey';
import { isBeingStarted, takeAttempt } from './attemptInHand';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { ask, lookAfter } from './lookAfter';
import { saysAttempt } from './recordAttempt';
import { startAttempt } from './startAttempt';
import { taskSiteOf } from './taskSite';
import { viewAttempt } from './viewAttempt';
import type { Obstacle, SpawnOptions, SpawnResult } from './workerEngine';

/** `exists` while the attempt before may live: only proof or a person's word ends it. */
export async function retryTask(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
): Promise<SpawnResult> {
  const hand = await takeAttempt(ctx, key);
  // What is in the way of it is in the way of any spawn, which says it better.
  if (hand.kind === 'refused')
    return startAttempt(ctx, key, options, { isRetry: false, isHandOff: false });
  const { held, last } = hand;
  if (held && !(await isOver(ctx, held))) {
    const state = await ctx.ports.desk.current();
    const now = (await ctx.ledger.read()).attempts.get(held.identity.uuid) ?? held;
    return { kind: 'exists', worker: viewAttempt(ctx, state, now) };
  }
  if (hand.kind === 'gone') return { kind: 'refused', obstacles: [nothingToStart(hand.id)] };
  const state = await ctx.ports.desk.current();
  const site = state && taskSiteOf(ctx, await ctx.workspace(), state, key);
  const isRetry = last !== undefined && site !== undefined && saysAttempt(ctx, site.block, last);
  return startAttempt(ctx, key, options, { isRetry, isHandOff: false });
}

function nothingToStart(id: string): Obstacle {
  return {
    code: 'not-found',
    why: `No attempt at ${id} holds a slot, and no queue declares the task any more: there is nothing to start.`,
    remedy: 'Look the task up again; it may have been renamed or archived.',
    canOverride: false,
  };
}

async function isOver(ctx: EngineContext, held: Attempt): Promise<boolean> {
  if (isBeingStarted(ctx, held) || held.backend === 'hand-off') return false;
  await lookAfter(ctx, held);
  const now = (await ctx.ledger.read()).attempts.get(held.identity.uuid) ?? held;
  if (now.state === 'ended' || now.state === 'failed' || now.state === 'closed') return true;
  if (now.state === 'unknown') return false;
  // It was seen once; a back end that proves that it is there no more has lost it.
  const found = await ask(ctx, now);
  if (found.kind !== 'absent' || ctx.late.has(now.identity.uuid)) return false;
  await write(ctx, 'ended', now, { run: 'lost' });
  return true;
}
