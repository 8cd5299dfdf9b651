/** A spawn from the lease to the queue: what is announced is written before it is done (workflow 4.1). */
import { queueInKey, type TaskKey } from '../core/model/taskKey';
import { preflight } from '../core/spawn/preflight';
import type { AttemptIdentity } from './attempt';
import { reasonOf } from './backends/reasonOf';
import type { SpawnRequest, WorkerBackend } from './backend';
import { type EngineContext, write } from './engineContext';
import type { Attempt } from './foldLedger';
import { isObstacle, type PlanMode, type PlanScene, planSpawn } from './planSpawn';
import { noteNotStarted, prepareProgress } from './prepareProgress';
import { blockHash, recordAttempt } from './recordAttempt';
import { requestWorker } from './requestWorker';
import { sealOf } from './requestSeal';
import { isBefore, recoverAttempt, type Reservation, reserveAttempt } from './reserveAttempt';
import { heldAttempt, heldKeys, taskSiteOf } from './taskSite';
import { viewAttempt } from './viewAttempt';
import type { Obstacle, SpawnOptions, SpawnPlan, SpawnResult, WorkerView } from './workerEngine';

/** Starts the next attempt, unless one is under way or something is in the way. */
export async function startAttempt(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
  mode: PlanMode,
): Promise<SpawnResult> {
  if (!ctx.ports.isTrusted()) return untrusted(ctx, key, options, mode);
  await ctx.keptWorkspace();
  const scene = await sceneOf(ctx, key, options, mode);
  if (isObstacle(scene)) return { kind: 'refused', obstacles: [scene] };
  const { plan, site } = scene;
  if (plan.held) return { kind: 'exists', worker: plan.held };
  const obstacles = inTheWay(plan.obstacles, options);
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  const reserved = await reserveAttempt(ctx, site);
  if (reserved.kind === 'exists') return { kind: 'exists', worker: existing(ctx, scene, reserved) };
  try {
    return await proceed(ctx, scene, reserved.identity, options, mode);
  } finally {
    ctx.busy.delete(reserved.identity.uuid);
  }
}

/** The plan; an attempt that somebody left behind is settled before it counts. */
async function sceneOf(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
  mode: PlanMode,
): Promise<PlanScene | Obstacle> {
  const scene = await planSpawn(ctx, key, options, mode);
  if (isObstacle(scene) || !scene.plan.held) return scene;
  const held = heldAttempt(scene.site, await ctx.ledger.read());
  return held && (await recoverAttempt(ctx, held)) ? planSpawn(ctx, key, options, mode) : scene;
}

async function proceed(
  ctx: EngineContext,
  scene: PlanScene,
  identity: AttemptIdentity,
  options: SpawnOptions,
  mode: PlanMode,
): Promise<SpawnResult> {
  const { plan, site, progressPath } = scene;
  const of = { identity, queue: site.queue };
  const changed = await secondLook(ctx, scene, identity, options, mode);
  if (changed.length > 0) {
    await write(ctx, 'released', of, { why: changed.map(({ code }) => code).join(', ') });
    return { kind: 'refused', obstacles: changed };
  }
  let progressAt: number | undefined;
  try {
    progressAt = await prepareProgress(ctx, site, progressPath, identity.number);
  } catch (error) {
    const why = `The progress file ${progressPath} could not be written: ${reasonOf(error)}`;
    await write(ctx, 'released', of, { why });
    return { kind: 'failed', why, remedy: 'Look whether the folder can be written to.' };
  }
  const seal = await sealOf(ctx.ports, wordsToSend(ctx, plan, identity));
  const announced = {
    ...(progressAt === undefined ? {} : { progressAt }),
    ...(plan.model === undefined ? {} : { model: plan.model }),
    ...(seal === undefined ? {} : { seal }),
  };
  if (mode.isHandOff) {
    await write(ctx, 'handed-off', of, {
      ...{ ...announced, backend: 'hand-off', isSettled: true },
      sessionKey: mode.to ?? 'hand-off',
    });
    return recorded(ctx, identity, { kind: 'started' });
  }
  const { backend } = scene;
  if (!backend) throw new Error('A spawn without obstacles has a back end.');
  const sessionKey = backend.keyFor(identity);
  await write(ctx, 'requested', of, {
    ...announced,
    backend: backend.id,
    ...(sessionKey === undefined ? {} : { sessionKey }),
  });
  // Somebody who took us for dead may have released the attempt before our line; then theirs counts.
  const now = (await ctx.ledger.read()).attempts.get(identity.uuid);
  if (now?.state !== 'requested' || !ctx.ports.isTrusted()) {
    await write(ctx, 'failed', of, { why: 'it was put aside before anything was sent' });
    return {
      kind: 'failed',
      why: 'The attempt was put aside before anything was sent.',
      remedy: 'Try again.',
    };
  }
  return sent(ctx, scene, backend, now);
}

/** From here on a worker may run, so nothing that goes wrong is a failure. */
async function sent(
  ctx: EngineContext,
  scene: PlanScene,
  backend: WorkerBackend,
  attempt: Attempt,
): Promise<SpawnResult> {
  const { site, progressPath } = scene;
  const { identity } = attempt;
  try {
    const words = wordsToSend(ctx, scene.plan, identity);
    const request = { ...words, requestedAt: attempt.requestedAt };
    const outcome = await requestWorker(ctx, backend, request, site.queue);
    if (outcome.kind !== 'failed') return await recorded(ctx, identity, outcome);
    await noteNotStarted(ctx, site, progressPath, identity.number, outcome.why);
    return outcome;
  } catch (error) {
    ctx.ports.logger.error('workers.notSettled', { attemptId: identity.attemptId, error });
    const why = reasonOf(error);
    const worker = viewAttempt(ctx, site.state, attempt);
    return { kind: 'unknown', why, worker, recorded: { kind: 'not-recorded', why } };
  }
}

/** All that the back end is told, but for the time. */
function wordsToSend(
  ctx: EngineContext,
  { prompt, cwd, model }: SpawnPlan,
  identity: AttemptIdentity,
): Omit<SpawnRequest, 'requestedAt'> {
  const minutes = ctx.options.config().runTimeoutMinutes;
  const runTimeoutMs = minutes > 0 ? minutes * 60_000 : undefined;
  return { identity, prompt, cwd, model, runTimeoutMs };
}

/** With the reservation written, others see us: what is free now stays free for us. */
async function secondLook(
  ctx: EngineContext,
  scene: PlanScene,
  identity: AttemptIdentity,
  options: SpawnOptions,
  mode: PlanMode,
): Promise<readonly Obstacle[]> {
  const { key, cwd } = scene.plan;
  const state = await ctx.ports.desk.current(queueInKey(key));
  const site = state && taskSiteOf(ctx, scene.site.workspace, state, key);
  if (!state || !site) return [gone];
  const reading = await ctx.ledger.read();
  if (reading.attempts.get(identity.uuid)?.state !== 'reserved') return [gone];
  const held = heldKeys(ctx, state, reading, isBefore(reading, identity.uuid));
  const facts = {
    ...{ isTrusted: ctx.ports.isTrusted(), cwd, isFolder: true, isRetry: mode.isRetry },
    ...{ held, maxWorkers: ctx.options.config().maxConcurrent },
  };
  const obstacles = inTheWay(preflight(state, key, facts), options);
  const isSame = blockHash(site.block) === blockHash(scene.site.block);
  return isSame ? obstacles : [...obstacles, changedMeanwhile];
}

const gone: Obstacle = {
  code: 'not-found',
  why: 'The task or its attempt was taken away at this moment.',
  remedy: 'Look at the task, then try again.',
  canOverride: false,
};
const changedMeanwhile: Obstacle = {
  code: 'status',
  why: 'The task was changed at this moment.',
  remedy: 'Look at it, then try again.',
  canOverride: false,
};

async function recorded(
  ctx: EngineContext,
  { uuid }: AttemptIdentity,
  outcome: { readonly kind: 'started' } | { readonly kind: 'unknown'; readonly why: string },
): Promise<SpawnResult> {
  const attempt = (await ctx.ledger.read()).attempts.get(uuid);
  if (!attempt) throw new Error('The ledger has lost an attempt.');
  const result = await recordAttempt(ctx, attempt);
  if (result.kind === 'not-recorded')
    ctx.ports.logger.warn('workers.notRecorded', { attemptId: attempt.identity.attemptId });
  const worker = viewAttempt(ctx, await ctx.ports.desk.current(), attempt);
  return { ...outcome, worker, recorded: result };
}

function inTheWay(obstacles: readonly Obstacle[], options: SpawnOptions): readonly Obstacle[] {
  return obstacles.filter((o) => !(o.canOverride && options.overrideSlots === true));
}

function existing(
  ctx: EngineContext,
  { site }: PlanScene,
  { identity, attempt, blocked }: Extract<Reservation, { kind: 'exists' }>,
): WorkerView {
  if (attempt) return viewAttempt(ctx, site.state, attempt);
  return {
    ...{
      identity,
      key: site.key,
      goneKey: undefined,
      backend: 'queue',
      state: 'reserved',
      run: undefined,
    },
    ...{ requestedAt: ctx.ports.clock.now(), sessionKey: undefined, model: undefined },
    needsYou: blocked && `${blocked.why} ${blocked.remedy}`,
  };
}

async function untrusted(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
  mode: PlanMode,
): Promise<SpawnResult> {
  const scene = await planSpawn(ctx, key, options, mode);
  return { kind: 'refused', obstacles: isObstacle(scene) ? [scene] : scene.plan.obstacles };
}
