/**
 * Running requests of the file queue ourselves once another back end can. A rename into `processing` decides who takes
 * one, and the name there says who did; the attempt keeps its names, so whoever asks for it finds the same worker.
 */
import { isHeld } from './attempt';
import type { WorkerBackend } from './backend';
import { takenName } from './backends/queue/queueFolders';
import { chooseBackend } from './chooseBackend';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { requestWorker } from './requestWorker';
import { giveBackTaken } from './giveBackTaken';
import { answerTaken, backToQueue, type Taken, withdrawTaken } from './takenRequest';
import { readWaiting, runnableRequests } from './waitingRequests';
import { requestPath } from './withdrawRequest';

/** Takes what waits and may be run from here, if something else than the queue answers. */
export async function drainQueue(ctx: EngineContext): Promise<void> {
  const { attempts } = await ctx.ledger.read();
  await giveBackTaken(ctx, attempts);
  const waiting = await runnableRequests(ctx, attempts);
  if (waiting.length === 0) return;
  const { backend } = await chooseBackend(ctx, 'auto');
  if (!backend || backend.id === 'queue') return;
  for (const attempt of waiting) await take(ctx, attempt, backend);
}

async function take(ctx: EngineContext, attempt: Attempt, backend: WorkerBackend): Promise<void> {
  const { uuid } = attempt.identity;
  // Whoever is busy with it takes it out of the set in the end, and nobody else.
  if (ctx.busy.has(uuid)) return;
  ctx.busy.add(uuid);
  try {
    const from = requestPath(ctx, attempt);
    // Looked at before it is taken, and again once nobody else can touch it.
    if (!(await readWaiting(ctx, attempt, from))) return;
    await write(ctx, 'draining', attempt);
    const path = `${ctx.places.processing}/${takenName(`${uuid}.json`, ctx.self.instance)}`;
    if (await ctx.ports.files.claim(from, path)) await run(ctx, { attempt, path }, backend);
  } finally {
    ctx.busy.delete(uuid);
  }
}

/** From here on the file is ours: it is put back, or into the archive. */
async function run(ctx: EngineContext, taken: Taken, backend: WorkerBackend): Promise<void> {
  const { attempt, path } = taken;
  const from = requestPath(ctx, attempt);
  const request = await readWaiting(ctx, attempt, path);
  if (!request || !ctx.ports.isTrusted()) {
    await ctx.ports.files.claim(path, from);
    return;
  }
  const sessionKey = backend.keyFor(attempt.identity);
  await write(ctx, 'moved', attempt, {
    backend: backend.id,
    ...(sessionKey === undefined ? {} : { sessionKey }),
  });
  const now = (await ctx.ledger.read()).attempts.get(attempt.identity.uuid) ?? attempt;
  // Whoever put the attempt aside before our line keeps it from being started.
  if (!isHeld(now.state)) return withdrawTaken(ctx, taken);
  const isOurs = now.state === 'requested' && now.owner.instance === ctx.self.instance;
  if (!isOurs || now.backend !== backend.id) {
    await ctx.ports.files.claim(path, from);
    return;
  }
  const outcome = await requestWorker(ctx, backend, request, attempt.queue, true);
  if (outcome.kind === 'failed') await backToQueue(ctx, taken, outcome.why);
  else if (outcome.kind === 'started')
    await answerTaken(ctx, taken, backend.id, outcome.run.sessionKey);
}
