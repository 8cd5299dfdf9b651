/** Getting the right to make the next attempt at a task: one of all who try gets it. */
import { type AttemptIdentity, isHeld } from './attempt';
import { type BlockedNumber, blockedNumber } from './blockedNumber';
import { type EngineContext, isOwnerGone, write } from './engineContext';
import type { Attempt, LedgerReading } from './foldLedger';
import { takeLease } from './lease';
import { nextIdentity } from './planSpawn';
import { blockHash } from './recordAttempt';
import { heldAttempt, type TaskSite } from './taskSite';

export type Reservation =
  | { readonly kind: 'reserved'; readonly identity: AttemptIdentity }
  /** Somebody has it already; the attempt is not in the ledger when its first line is still to come. */
  | {
      readonly kind: 'exists';
      readonly identity: AttemptIdentity;
      readonly attempt: Attempt | undefined;
      /** Why nobody can tell more of it. */
      readonly blocked?: BlockedNumber;
    };

/** Takes the lease and writes the reservation. Numbers whose owners died before they began are passed over. */
export async function reserveAttempt(ctx: EngineContext, site: TaskSite): Promise<Reservation> {
  const { files, clock } = ctx.ports;
  for (;;) {
    const reading = await ctx.ledger.read();
    const held = heldAttempt(site, reading);
    if (held) return { kind: 'exists', identity: held.identity, attempt: held };
    const identity = nextIdentity(ctx, site, reading);
    const { block, queue } = site;
    // Busy before anything is written, so that no other call of this engine takes it for abandoned.
    if (ctx.busy.has(identity.uuid)) return { kind: 'exists', identity, attempt: undefined };
    ctx.busy.add(identity.uuid);
    try {
      if (await takeLease(files, ctx.places, identity, ctx.self, clock.now())) {
        const from = block.task.status;
        await write(ctx, 'reserved', { identity, queue }, { from, block: blockHash(block) });
        return { kind: 'reserved', identity };
      }
    } catch (error) {
      ctx.busy.delete(identity.uuid);
      throw error;
    }
    ctx.busy.delete(identity.uuid);
    const taken = await takenBy(ctx, site, identity);
    if (taken) return taken;
  }
}

/** Who has the number; nothing when it can be passed over, because whoever took it died before the first line. */
async function takenBy(
  ctx: EngineContext,
  site: TaskSite,
  identity: AttemptIdentity,
): Promise<Reservation | undefined> {
  const attempt = (await ctx.ledger.read()).attempts.get(identity.uuid);
  // One that has come to nothing meanwhile is in nobody's way.
  if (attempt) return isHeld(attempt.state) ? { kind: 'exists', identity, attempt } : undefined;
  const blocked = await blockedNumber(ctx, identity);
  if (blocked) return { kind: 'exists', identity, attempt: undefined, blocked };
  await write(
    ctx,
    'released',
    { identity, queue: site.queue },
    { why: 'whoever began it was gone before anything was sent' },
  );
  return undefined;
}

/**
 * Settles an attempt whose owner is provably gone: what was only reserved is released, what was requested is unknown
 * from now on and never sent again. Of two lines written at once, the first one counts for everybody.
 */
export async function recoverAttempt(ctx: EngineContext, attempt: Attempt): Promise<boolean> {
  if (attempt.state !== 'reserved' && attempt.state !== 'requested') return false;
  if (!(await isOwnerGone(ctx, attempt))) return false;
  if (attempt.state === 'reserved')
    await write(ctx, 'released', attempt, {
      why: 'whoever began it was gone before anything was sent',
    });
  else
    await write(ctx, 'unknown', attempt, {
      why: 'whoever asked for it was gone before the answer came',
    });
  return true;
}

/** Those that have the first right to a slot: they reserved before this one did. */
export function isBefore(reading: LedgerReading, uuid: string): (other: Attempt) => boolean {
  const position = reading.attempts.get(uuid)?.position ?? Infinity;
  return (other) => other.position < position;
}
