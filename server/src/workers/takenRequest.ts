/** A request of the file queue that one of us has taken: how it is answered and put away. */
import { isHeld } from './attempt';
import type { BackendId } from './backend';
import { answerText, type QueueAnswer } from './backends/queue/queueAnswer';
import { jsonNames, processorOf, requestIdOf } from './backends/queue/queueFolders';
import { backendOf, type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { requestPath } from './withdrawRequest';

export interface Taken {
  readonly attempt: Attempt;
  /** In `processing`; the name says who has it. */
  readonly path: string;
}

/** Whether one of us still holds the request, which waited in the file queue before. */
export async function isTaken(
  ctx: EngineContext,
  { drainers, identity }: Attempt,
): Promise<boolean> {
  if (drainers.length === 0) return false;
  const names = await jsonNames(ctx.ports.files, ctx.places.processing);
  return names.some(
    (name) =>
      requestIdOf(name) === identity.uuid &&
      drainers.some(({ instance }) => instance === processorOf(name)),
  );
}

/** Its worker runs: says where, and puts the request into the archive. */
export function answerTaken(
  ctx: EngineContext,
  taken: Taken,
  backend: BackendId,
  sessionKey: string | undefined,
): Promise<void> {
  const key = sessionKey ?? backendOf(ctx, backend)?.keyFor(taken.attempt.identity);
  return putAway(ctx, taken, { status: 'spawned', backend, sessionKey: key, error: undefined });
}

/** Nobody wants it any more. */
export function withdrawTaken(ctx: EngineContext, taken: Taken): Promise<void> {
  const error = 'Taken back before it was started.';
  return putAway(ctx, taken, {
    ...{ status: 'cancelled', backend: 'queue', sessionKey: undefined, error },
  });
}

/** Nothing was started: the queue has it again, in the ledger first. */
export async function backToQueue(ctx: EngineContext, taken: Taken, why: string): Promise<void> {
  const { attempt, path } = taken;
  const sessionKey = backendOf(ctx, 'queue')?.keyFor(attempt.identity);
  await write(ctx, 'moved', attempt, {
    ...{ backend: 'queue', why },
    ...(sessionKey === undefined ? {} : { sessionKey }),
  });
  const now = (await ctx.ledger.read()).attempts.get(attempt.identity.uuid);
  if (now && !isHeld(now.state)) return withdrawTaken(ctx, taken);
  if (now?.state !== 'requested') return;
  if (await ctx.ports.files.claim(path, requestPath(ctx, attempt)))
    await write(ctx, 'started', attempt, { isSettled: true });
}

async function putAway(
  ctx: EngineContext,
  { attempt, path }: Taken,
  answer: Pick<QueueAnswer, 'status' | 'backend' | 'sessionKey' | 'error'>,
): Promise<void> {
  const { files, clock } = ctx.ports;
  const { uuid } = attempt.identity;
  const requestId = uuid;
  await files.replace(
    `${ctx.places.responses}/${uuid}.json`,
    answerText({ requestId, processedAt: clock.now(), result: undefined, ...answer }),
  );
  // One of that name is in the archive already: a request must not look as if it was held.
  if (!(await files.claim(path, `${ctx.places.archive}/${uuid}.json`))) await files.remove(path);
}
