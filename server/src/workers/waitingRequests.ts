/** Requests that wait in the file queue: which of them may be run from here, and why the others may not. */
import { isHeld } from './attempt';
import type { SpawnRequest } from './backend';
import { jsonNames } from './backends/queue/queueFolders';
import { readQueuedRequest } from './backends/queue/requestText';
import type { EngineContext, Refusal } from './engineContext';
import type { Attempt } from './foldLedger';
import { sealOf } from './requestSeal';
import { isTaskFinished, requestPath } from './withdrawRequest';

/**
 * Those that may be run, if the setting leaves the choice of the back end to us; nothing is taken for it. What is known
 * of the others is brought up to date: `refusals` of the context.
 */
export async function runnableRequests(
  ctx: EngineContext,
  attempts: ReadonlyMap<string, Attempt>,
): Promise<readonly Attempt[]> {
  const waiting = ctx.options.config().backend === 'auto' ? await waitingOf(ctx, attempts) : [];
  const uuids = new Set(waiting.map(({ identity }) => identity.uuid));
  for (const uuid of ctx.refusals.keys()) if (!uuids.has(uuid)) ctx.refusals.delete(uuid);
  const runnable: Attempt[] = [];
  for (const attempt of waiting)
    if (await readWaiting(ctx, attempt, requestPath(ctx, attempt))) runnable.push(attempt);
  return runnable;
}

async function waitingOf(
  ctx: EngineContext,
  attempts: ReadonlyMap<string, Attempt>,
): Promise<readonly Attempt[]> {
  const names = new Set(await jsonNames(ctx.ports.files, ctx.places.requests));
  return [...attempts.values()].filter(
    ({ identity, backend, state, isAdopted }) =>
      isHeld(state) &&
      backend === 'queue' &&
      state === 'started' &&
      !isAdopted &&
      names.has(`${identity.uuid}.json`),
  );
}

/** The request at `path`, if it may be run; nothing when it is gone, nobody needs it any more, or it is refused. */
export async function readWaiting(
  ctx: EngineContext,
  attempt: Attempt,
  path: string,
): Promise<SpawnRequest | undefined> {
  const { uuid } = attempt.identity;
  const text = await ctx.ports.files.read(path);
  // Somebody else was faster, or the task needs no worker any more.
  if (text === undefined || (await isTaskFinished(ctx, attempt))) {
    ctx.refusals.delete(uuid);
    return undefined;
  }
  const request = await judged(ctx, attempt, text);
  if ('prompt' in request) {
    ctx.refusals.delete(uuid);
    return request;
  }
  const isNew = ctx.refusals.get(uuid)?.why !== request.why;
  ctx.refusals.set(uuid, request);
  if (isNew) ctx.ports.logger.warn('workers.requestLeftInQueue', { uuid, why: request.why });
  return undefined;
}

/** Ledger and request lie about, or came with a repository: only what this user has asked for is run, as it was sent. */
async function judged(
  ctx: EngineContext,
  { identity, requestedAt, seal }: Attempt,
  text: string,
): Promise<SpawnRequest | Refusal> {
  const queued = readQueuedRequest(text);
  if (!queued) return { why: 'its file is no whole JSON object', remedy: askAgain };
  const { prompt, cwd = ctx.options.folderPath, model, runTimeoutMs } = queued;
  if (prompt === undefined) return { why: 'it holds no words for a worker', remedy: askAgain };
  const request = { identity, prompt, cwd, model, runTimeoutMs, requestedAt };
  const expected = await sealOf(ctx.ports, request);
  if (expected === undefined)
    return {
      why: 'the key that tells your own requests from others cannot be used',
      remedy: 'The log says what is wrong with it. Mend that.',
    };
  if (seal !== expected)
    return {
      why: 'it is not what you have asked for on this machine: somebody else has, or it was changed since',
      remedy: `Leave it to whoever asked for it, or start over: ${startOver}.`,
    };
  if (!(await ctx.options.isFolder(cwd)))
    return {
      why: `the folder ${cwd} is not there`,
      remedy: `Create it, or start over: ${startOver}.`,
    };
  return request;
}

const startOver = 'stop it, which takes the request back, and spawn a worker again';
const askAgain = `Start over: ${startOver}.`;
