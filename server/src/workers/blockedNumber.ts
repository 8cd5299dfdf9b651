/** A number that somebody has taken without a word in the ledger: nothing shows it but its lease. */
import type { AttemptIdentity } from './attempt';
import { type EngineContext, isActorGone, write } from './engineContext';
import { readLease } from './lease';
import { quoted } from './needsYou';
import { nextIdentity } from './planSpawn';
import type { TaskSite } from './taskSite';

export interface BlockedNumber {
  /** Two sentences; a person who has looked may release it in any case. */
  readonly why: string;
  readonly remedy: string;
}

/** Nothing when nobody has it, or whoever took it is provably gone: then a spawn passes it over by itself. */
export async function blockedNumber(
  ctx: EngineContext,
  identity: AttemptIdentity,
): Promise<BlockedNumber | undefined> {
  const { attemptId, uuid } = identity;
  const lease = await readLease(ctx.ports.files, ctx.places, identity);
  if (lease.kind === 'free') return undefined;
  if (lease.kind === 'damaged')
    return { why: `${attemptId} is taken, but its lease ${lease.path} cannot be read.`, remedy };
  const { owner } = lease;
  const isLeftByUs = owner.instance === ctx.self.instance && !ctx.busy.has(uuid);
  if (isLeftByUs || (await isActorGone(ctx, owner))) return undefined;
  return owner.host === ctx.self.host
    ? {
        why: `${attemptId} is being started at this moment by another program.`,
        remedy: 'Try again when that is through.',
      }
    : {
        why: `${attemptId} was begun on the machine ${quoted(owner.host)}, and the ledger tells no more of it.`,
        remedy,
      };
}

const remedy =
  'Look whether somebody works on it there. If nobody does, or this folder is a copy, reset the task and confirm that.';

/**
 * Releases such numbers on the word of a person who has looked, up to one that is free; without that word, what is in
 * the way. Whoever lives and still goes on with one finds it released, and sends nothing.
 */
export async function releaseBlocked(
  ctx: EngineContext,
  site: TaskSite,
  hasLooked: boolean,
): Promise<BlockedNumber | undefined> {
  for (;;) {
    const identity = nextIdentity(ctx, site, await ctx.ledger.read());
    const blocked = await blockedNumber(ctx, identity);
    if (!blocked || !hasLooked) return blocked;
    const of = { identity, queue: site.queue };
    await write(ctx, 'released', of, { why: 'released by a person who had looked' });
  }
}
