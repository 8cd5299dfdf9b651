/** The task and its attempt that a person wants something done with. */
import { idInKey, type TaskKey } from '../core/model/taskKey';
import type { QueueState } from '../core/state';
import { isHeld } from './attempt';
import type { EngineContext } from './engineContext';
import type { Attempt } from './foldLedger';
import { recoverAttempt } from './reserveAttempt';
import { attemptsOf, goneAttempts, heldAttempt, type TaskSite, taskSiteOf } from './taskSite';
import { viewAttempt } from './viewAttempt';
import type { ActionResult } from './workerEngine';

interface Hand {
  /** The task as its queue writes it; of one that has gone, as its queue wrote it. */
  readonly id: string;
  /** The one that is under way. */
  readonly held: Attempt | undefined;
  /** The newest one, whatever became of it. */
  readonly last: Attempt | undefined;
}

export interface InHand extends Hand {
  readonly kind: 'in-hand';
  readonly site: TaskSite;
}

/** Attempts at a task that no queue declares any more. */
export interface GoneInHand extends Hand {
  readonly kind: 'gone';
}

export type Refused = Extract<ActionResult, { kind: 'refused' }>;

/** Only of a task that a queue declares; else as `takeAttempt`. */
export async function takeInHand(ctx: EngineContext, key: TaskKey): Promise<InHand | Refused> {
  const hand = await takeAttempt(ctx, key);
  return hand.kind === 'gone' ? notDeclared(hand.id) : hand;
}

/** What somebody left behind is settled first. Refused in a workspace that is not trusted. */
export async function takeAttempt(
  ctx: EngineContext,
  key: TaskKey,
): Promise<InHand | GoneInHand | Refused> {
  if (!ctx.ports.isTrusted())
    return refuse(
      'This workspace is not trusted, so workers are left alone.',
      'Trust the workspace, if you know where its files come from.',
    );
  const state = await ctx.ports.desk.current();
  if (!state)
    return refuse(
      'The queues could not be read.',
      'Look whether the files are there and readable.',
    );
  const site = taskSiteOf(ctx, await ctx.workspace(), state, key);
  if (!site) return takeGone(ctx, state, key);
  let reading = await ctx.ledger.read();
  const left = heldAttempt(site, reading);
  if (left && (await recoverAttempt(ctx, left))) reading = await ctx.ledger.read();
  const last = attemptsOf(site, reading).at(-1);
  const { id } = site.block.task;
  return { kind: 'in-hand', site, id, held: heldAttempt(site, reading), last };
}

async function takeGone(
  ctx: EngineContext,
  state: QueueState,
  key: TaskKey,
): Promise<GoneInHand | Refused> {
  const find = async (): Promise<readonly Attempt[]> =>
    goneAttempts(ctx, state, await ctx.ledger.read(), key);
  const heldOf = (attempts: readonly Attempt[]): Attempt | undefined =>
    attempts.findLast((attempt) => isHeld(attempt.state));
  let attempts = await find();
  const left = heldOf(attempts);
  if (left && (await recoverAttempt(ctx, left))) attempts = await find();
  const last = attempts.at(-1);
  if (!last) return notDeclared(idInKey(key));
  const held = heldOf(attempts);
  return { kind: 'gone', id: (held ?? last).identity.taskId, held, last };
}

function notDeclared(id: string): Refused {
  return refuse(
    `No queue of this folder declares ${id} any more.`,
    'Look the task up again; it may have been renamed or archived.',
  );
}

/** The attempt as the ledger has it now, in an answer. */
export async function done(
  ctx: EngineContext,
  uuid: string | undefined,
  said: string,
): Promise<ActionResult> {
  const attempt = (await ctx.ledger.read()).attempts.get(uuid ?? '');
  const worker = attempt && viewAttempt(ctx, await ctx.ports.desk.current(), attempt);
  return { kind: 'done', worker, said };
}

/** Two sentences each. */
export function refuse(why: string, remedy: string): Refused {
  return { kind: 'refused', why, remedy };
}

/** The same, where the word of a person who has looked is enough. */
export function refuseUnlessLooked(why: string, remedy: string): Refused {
  return { kind: 'refused', why, remedy, canBeReleased: true };
}

/** Somebody else, who lives, is just starting it. */
export function isBeingStarted(ctx: EngineContext, { state, identity }: Attempt): boolean {
  return state === 'reserved' || state === 'requested' || ctx.busy.has(identity.uuid);
}

export const beingStarted = refuse(
  'The attempt is being started at this moment.',
  'Try again when that is through.',
);
