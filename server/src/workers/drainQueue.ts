/**
 * Running requests of the file queue ourselves once another back end can. A rename decides who takes one; the attempt
 * keeps its names, so whoever asks for it finds the same worker.
 */
import { createHash } from 'node:crypto';
import { type AttemptState, isHeld } from './attempt';
import type { SpawnRequest, WorkerBackend } from './backend';
import { answerText } from './backends/queue/queueAnswer';
import { type QueuedRequest, readQueuedRequest } from './backends/queue/requestText';
import { backendOf, type EngineContext, isActorGone, write } from './engineContext';
import { chooseBackend } from './chooseBackend';
import type { Attempt } from './foldLedger';
import { ask, isProvablyAbsent } from './lookAfter';
import { requestWorker } from './requestWorker';

/** Takes what waits, if the setting leaves the choice to us and something else than the queue answers. */
export async function drainQueue(ctx: EngineContext): Promise<void> {
  if (ctx.options.config().backend !== 'auto') return;
  const { attempts } = await ctx.ledger.read();
  const held = [...attempts.values()].filter(
    (a) => isHeld(a.state) && !ctx.busy.has(a.identity.uuid),
  );
  for (const attempt of held) await giveBack(ctx, attempt);
  const names = await ctx.ports.files.list(ctx.places.requests);
  const waiting = held.filter((a) => a.backend === 'queue' && a.state === 'started' && names.includes(`${a.identity.uuid}.json`)); // prettier-ignore
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
    // Looked at before it is taken, and again once nobody else can touch it.
    if (!(await readRequest(ctx, attempt, requestPath(ctx, uuid)))) return;
    await write(ctx, 'draining', attempt);
    if (!(await ctx.ports.files.claim(requestPath(ctx, uuid), drainedPath(ctx, uuid)))) return;
    const request = await readRequest(ctx, attempt, drainedPath(ctx, uuid));
    if (!request || !ctx.ports.isTrusted()) {
      await back(ctx, uuid);
      return;
    }
    const sessionKey = backend.keyFor(attempt.identity);
    await write(ctx, 'moved', attempt, {
      backend: backend.id,
      ...(sessionKey === undefined ? {} : { sessionKey }),
    });
    // Whoever put the attempt aside before our line keeps it from being started.
    if ((await stateNow(ctx, attempt)) !== 'requested') return;
    const outcome = await requestWorker(ctx, backend, request, attempt.queue, true);
    if (outcome.kind === 'failed') await backToQueue(ctx, attempt, outcome.why);
    else if (outcome.kind === 'started')
      await answer(ctx, attempt, backend, outcome.run.sessionKey);
  } finally {
    ctx.busy.delete(uuid);
  }
}

/** What a drainer that is gone has left halfway. */
async function giveBack(ctx: EngineContext, attempt: Attempt): Promise<void> {
  const { uuid } = attempt.identity;
  if (attempt.drainer === undefined || !(await isDrainerGone(ctx, attempt))) return;
  if ((await ctx.ports.files.modifiedAt(drainedPath(ctx, uuid))) === undefined) return;
  if (attempt.backend === 'queue') await back(ctx, uuid);
  else if (attempt.state === 'unknown') {
    const found = await ask(ctx, attempt);
    if (await isProvablyAbsent(ctx, attempt, found))
      await backToQueue(ctx, attempt, 'nothing was started');
  }
}

async function isDrainerGone(ctx: EngineContext, { drainer, identity }: Attempt): Promise<boolean> {
  if (!drainer) return false;
  if (drainer.instance === ctx.self.instance)
    return !ctx.busy.has(identity.uuid) && !ctx.late.has(identity.uuid);
  return isActorGone(ctx, drainer);
}

/** Nothing was started: the queue has it again, in the ledger first. */
async function backToQueue(ctx: EngineContext, attempt: Attempt, why: string): Promise<void> {
  const sessionKey = backendOf(ctx, 'queue')?.keyFor(attempt.identity);
  await write(ctx, 'moved', attempt, {
    ...{ backend: 'queue', why },
    ...(sessionKey === undefined ? {} : { sessionKey }),
  });
  if ((await stateNow(ctx, attempt)) !== 'requested') return;
  await back(ctx, attempt.identity.uuid);
  await write(ctx, 'started', attempt, { isSettled: true });
}

async function stateNow(ctx: EngineContext, attempt: Attempt): Promise<AttemptState | undefined> {
  return (await ctx.ledger.read()).attempts.get(attempt.identity.uuid)?.state;
}

async function back(ctx: EngineContext, uuid: string): Promise<void> {
  await ctx.ports.files.claim(drainedPath(ctx, uuid), requestPath(ctx, uuid));
}

async function readRequest(
  ctx: EngineContext,
  attempt: Attempt,
  path: string,
): Promise<SpawnRequest | undefined> {
  const { uuid } = attempt.identity;
  const text = (await ctx.ports.files.read(path)) ?? '';
  const queued = readQueuedRequest(text, `${uuid}.json`);
  const why = typeof queued === 'string' ? queued : await objection(ctx, attempt, queued);
  if (typeof queued === 'string' || queued.prompt === undefined || why !== undefined) {
    ctx.ports.logger.warn('workers.requestLeftInQueue', { uuid, why });
    return undefined;
  }
  return {
    identity: attempt.identity,
    prompt: queued.prompt,
    cwd: queued.cwd ?? ctx.options.folderPath,
    model: queued.model,
    runTimeoutMs: queued.runTimeoutMs,
    requestedAt: attempt.requestedAt,
  };
}

/** A file that lies about may have been changed by anybody: only the words that were sent are run. */
async function objection(
  ctx: EngineContext,
  attempt: Attempt,
  { prompt = '', cwd }: QueuedRequest,
): Promise<string | undefined> {
  if (createHash('sha256').update(prompt).digest('hex') !== attempt.promptHash)
    return 'its prompt is not the one that was sent';
  return cwd === undefined || (await ctx.options.isFolder(cwd))
    ? undefined
    : 'its folder is not there';
}

async function answer(
  ctx: EngineContext,
  { identity }: Attempt,
  backend: WorkerBackend,
  sessionKey: string | undefined,
): Promise<void> {
  await ctx.ports.files.replace(
    `${ctx.places.responses}/${identity.uuid}.json`,
    answerText({
      ...{ requestId: identity.uuid, processedAt: ctx.ports.clock.now(), status: 'spawned' },
      ...{ backend: backend.id, sessionKey: sessionKey ?? backend.keyFor(identity) },
      ...{ result: undefined, error: undefined },
    }),
  );
}

function requestPath(ctx: EngineContext, uuid: string): string {
  return `${ctx.places.requests}/${uuid}.json`;
}

function drainedPath(ctx: EngineContext, uuid: string): string {
  return `${ctx.places.drained}/${uuid}.json`;
}
