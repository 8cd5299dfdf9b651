/** What one of us had taken out of the file queue when it died: given back, or put away, as far as it had come. */
import { jsonNames, processorOf, requestIdOf } from './backends/queue/queueFolders';
import { type EngineContext, isActorGone } from './engineContext';
import type { Attempt } from './foldLedger';
import { ask, isProvablyAbsent } from './lookAfter';
import { answerTaken, backToQueue, type Taken, withdrawTaken } from './takenRequest';
import { requestPath } from './withdrawRequest';

/** What others than us have taken is theirs, however long they keep it. */
export async function giveBackTaken(
  ctx: EngineContext,
  attempts: ReadonlyMap<string, Attempt>,
): Promise<void> {
  const names = await jsonNames(ctx.ports.files, ctx.places.processing);
  for (const name of names) {
    const attempt = attempts.get(requestIdOf(name));
    if (!attempt || !(await isTakerGone(ctx, attempt, processorOf(name)))) continue;
    await giveBack(ctx, { attempt, path: `${ctx.places.processing}/${name}` });
  }
}

async function giveBack(ctx: EngineContext, taken: Taken): Promise<void> {
  const { attempt, path } = taken;
  const { backend, sessionKey } = attempt;
  switch (attempt.state) {
    case 'reserved':
    case 'requested':
    case 'handed-off':
      return;
    case 'failed':
    case 'closed':
      return withdrawTaken(ctx, taken);
    case 'started':
    case 'alive':
    case 'ended':
    case 'unknown':
      if (backend === undefined || backend === 'hand-off') return;
      if (backend === 'queue') {
        if (attempt.state === 'ended') return withdrawTaken(ctx, taken);
        await ctx.ports.files.claim(path, requestPath(ctx, attempt));
        return;
      }
      if (attempt.state !== 'unknown') return answerTaken(ctx, taken, backend, sessionKey);
      if (await isProvablyAbsent(ctx, attempt, await ask(ctx, attempt)))
        await backToQueue(ctx, taken, 'nothing was started');
  }
}

/** Only where the ledger says who it was: nobody can tell of others. */
async function isTakerGone(
  ctx: EngineContext,
  { drainers, identity }: Attempt,
  instance: string | undefined,
): Promise<boolean> {
  const taker = drainers.find((drainer) => drainer.instance === instance);
  if (!taker || ctx.busy.has(identity.uuid)) return false;
  if (taker.instance === ctx.self.instance) return !ctx.late.has(identity.uuid);
  return isActorGone(ctx, taker);
}
