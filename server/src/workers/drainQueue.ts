/**
 * Running requests of the file queue ourselves once another back end can. A rename into `processing` decides who takes
 * one, and the name there says who did; the attempt keeps its names, so whoever asks for it finds the same worker.
 */
import { isHeld } from './attempt';
import type { SpawnRequest, WorkerBackend } from './backend';
import { jsonNames, takenName } from './backends/queue/queueFolders';
import { type QueuedRequest, readQueuedRequest } from './backends/queue/requestText';
import { chooseBackend } from './chooseBackend';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { sealOf } from './requestSeal';
import { requestWorker } from './requestWorker';
import { giveBackTaken } from './giveBackTaken';
import { answerTaken, backToQueue, type Taken, withdrawTaken } from './takenRequest';
import { isTaskFinished, requestPath } from './withdrawRequest';

/** Takes what waits, if the setting leaves the choice to us and something else than the queue answers. */
export async function drainQueue(ctx: EngineContext): Promise<void> {
  const { attempts } = await ctx.ledger.read();
  const held = [...attempts.values()].filter((attempt) => isHeld(attempt.state));
  await giveBackTaken(ctx, attempts);
  if (ctx.options.config().backend !== 'auto') return;
  const names = new Set(await jsonNames(ctx.ports.files, ctx.places.requests));
  const isWaiting = ({ identity, backend, state, isAdopted }: Attempt) =>
    backend === 'queue' && state === 'started' && !isAdopted && names.has(`${identity.uuid}.json`);
  const waiting = held.filter(isWaiting);
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
    if (!(await readRequest(ctx, attempt, from))) return;
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
  const request = await readRequest(ctx, attempt, path);
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

async function readRequest(
  ctx: EngineContext,
  attempt: Attempt,
  path: string,
): Promise<SpawnRequest | undefined> {
  const { uuid } = attempt.identity;
  const text = await ctx.ports.files.read(path);
  // Somebody else was faster, or the task needs no worker any more.
  if (text === undefined || (await isTaskFinished(ctx, attempt))) return undefined;
  const queued = readQueuedRequest(text, `${uuid}.json`);
  const request = typeof queued === 'string' ? queued : requestIn(ctx, attempt, queued);
  const why = typeof request === 'string' ? request : await objection(ctx, attempt, request);
  if (typeof request === 'string' || why !== undefined) {
    ctx.ports.logger.warn('workers.requestLeftInQueue', { uuid, why });
    return undefined;
  }
  return request;
}

function requestIn(
  ctx: EngineContext,
  { identity, requestedAt }: Attempt,
  { prompt, cwd, model, runTimeoutMs }: QueuedRequest,
): SpawnRequest | string {
  if (prompt === undefined) return 'it has no prompt';
  const { folderPath } = ctx.options;
  return { identity, prompt, cwd: cwd ?? folderPath, model, runTimeoutMs, requestedAt };
}

/** Ledger and request lie about, or came with a repository: only what this user has asked for is run, as it was sent. */
async function objection(
  ctx: EngineContext,
  { promptHash }: Attempt,
  request: SpawnRequest,
): Promise<string | undefined> {
  const seal = await sealOf(ctx.ports, request);
  if (seal === undefined || seal !== promptHash)
    return 'it is not what this user of this machine has asked for';
  return (await ctx.options.isFolder(request.cwd)) ? undefined : 'its folder is not there';
}
