/** The worker engine: spawns each attempt once, whatever windows, crashes and lost answers do (docs/architecture.md). */
import type { TaskKey } from '../core/model/taskKey';
import { adoptSession } from './adoptSession';
import { isHeld } from './attempt';
import { acting, planned, spawning } from './answers';
import { done, refuse } from './attemptInHand';
import type { WorkerBackend } from './backend';
import { cancelAttempt } from './cancelAttempt';
import { drainQueue } from './drainQueue';
import { backendOf, type EngineContext, type EngineOptions } from './engineContext';
import { enginePlacesOf } from './enginePlaces';
import { claimTask, completeTask } from './finishTask';
import type { Attempt } from './foldLedger';
import { ledgerAt } from './ledger';
import { ask, lookAfter } from './lookAfter';
import { recoverAttempt } from './reserveAttempt';
import { resetTask } from './resetTask';
import { retryTask } from './retryTask';
import { startAttempt } from './startAttempt';
import { attemptsOf, goneAttempts, proposedWorkspace, taskSiteOf } from './taskSite';
import { viewAttempt } from './viewAttempt';
import { runnableRequests } from './waitingRequests';
import type { ActionResult, WorkerEngine, WorkerView } from './workerEngine';
import type { WorkerPorts } from './workerPorts';
import {
  keepWorkspaceIdentity,
  readWorkspaceIdentity,
  type WorkspaceIdentity,
} from './workspaceIdentity';
import { withDeadline } from './withDeadline';

/** Back ends that are not given are not set up. They are disposed of with the engine. */
export async function openWorkerEngine(
  ports: WorkerPorts,
  backends: readonly WorkerBackend[],
  options: EngineOptions,
): Promise<WorkerEngine> {
  const ctx = await contextOf(ports, backends, options);
  if (ports.isTrusted()) await recover(ctx);
  const plain = { isRetry: false, isHandOff: false };
  /** Two at once would only ask everything twice. */
  let running: Promise<readonly WorkerView[]> | undefined;
  return {
    plan: (key, spawn = {}) => planned(ctx, key, spawn),
    spawn: (key, spawn = {}) => spawning(ctx, () => startAttempt(ctx, key, spawn, plain)),
    retry: (key, spawn = {}) => spawning(ctx, () => retryTask(ctx, key, spawn)),
    cancel: (key) => acting(ctx, () => cancelAttempt(ctx, key)),
    reset: (key, person = {}) => acting(ctx, () => resetTask(ctx, key, person.hasLooked === true)),
    adopt: (key, sessionKey) => acting(ctx, () => adoptSession(ctx, key, sessionKey)),
    handOff: (key, to) => acting(ctx, () => handOff(ctx, key, to)),
    claim: (key, { summary }) => acting(ctx, () => claimTask(ctx, key, summary)),
    complete: (key, { reason }) => acting(ctx, () => completeTask(ctx, key, reason)),
    workers: () => workers(ctx, true),
    transcript: (key, limit) => transcript(ctx, key, limit),
    reconcile: () => (running ??= reconcile(ctx).finally(() => (running = undefined))),
    async dispose() {
      await Promise.all(backends.map((backend) => backend.dispose()));
      await withDeadline(ports.clock, 5_000, 0, () => Promise.all(ctx.late.values()));
    },
  };
}

async function contextOf(
  ports: WorkerPorts,
  backends: readonly WorkerBackend[],
  options: EngineOptions,
): Promise<EngineContext> {
  const places = enginePlacesOf(options.config().queue.folder);
  const proposed = proposedWorkspace(ports.random(16), options.folderUri);
  const mark = await ports.processes.startMark(ports.actor.pid);
  let kept: Promise<WorkspaceIdentity> | undefined;
  return {
    ...{ ports, backends, options, places },
    ledger: ledgerAt(ports.files, places.ledger),
    self: { ...ports.actor, mark },
    workspace: async () =>
      (await kept) ?? (await readWorkspaceIdentity(ports.files, places)) ?? proposed,
    keptWorkspace: () =>
      (kept ??= keepWorkspaceIdentity(ports.files, places, proposed).catch((error: unknown) => {
        kept = undefined; // It may be mended meanwhile.
        throw error;
      })),
    busy: new Set(),
    stopping: new Set(),
    runs: new Map(),
    doubts: new Map(),
    refusals: new Map(),
    late: new Map(),
  };
}

/** What others left behind when they went (workflow 4.1, step 9). A ledger that cannot be read is told with the first call. */
async function recover(ctx: EngineContext): Promise<void> {
  try {
    const { attempts, problems } = await ctx.ledger.read();
    for (const problem of problems) ctx.ports.logger.warn('workers.ledgerLine', { problem });
    for (const attempt of attempts.values()) await recoverAttempt(ctx, attempt);
  } catch (error) {
    ctx.ports.logger.error('workers.notRecovered', { error });
  }
}

/** Ended ones are shown for a day. */
const lately = 24 * 60 * 60_000;

async function workers(ctx: EngineContext, asks: boolean): Promise<readonly WorkerView[]> {
  const state = await ctx.ports.desk.current();
  const { attempts } = await ctx.ledger.read();
  const all = [...attempts.values()];
  const since = ctx.ports.clock.now() - lately;
  const shown = all.filter((a) => isHeld(a.state) || a.stateAt >= since);
  if (asks && ctx.ports.isTrusted()) {
    await Promise.all(shown.filter(canBeAsked).map((attempt) => ask(ctx, attempt)));
    await runnableRequests(ctx, attempts).catch((error: unknown) => {
      ctx.ports.logger.error('workers.requestsNotRead', { error });
    });
  }
  return shown
    .sort((a, b) => b.requestedAt - a.requestedAt || b.position - a.position)
    .map((attempt) => {
      const view = viewAttempt(ctx, state, attempt);
      // Of a task that has been given to another one since, nothing is left to do about this one.
      const isAsking = view.needsYou !== undefined && !isHeld(attempt.state);
      return isAsking && !isNewest(all, attempt) ? { ...view, needsYou: undefined } : view;
    });
}

function isNewest(all: readonly Attempt[], { identity: of }: Attempt): boolean {
  const id = of.taskId.toLowerCase();
  return !all.some(
    ({ identity: { project, taskId, number } }) =>
      project === of.project && number > of.number && taskId.toLowerCase() === id,
  );
}

function canBeAsked({ state, backend }: Attempt): boolean {
  return (
    backend !== 'hand-off' && (state === 'unknown' || state === 'started' || state === 'alive')
  );
}

async function reconcile(ctx: EngineContext): Promise<readonly WorkerView[]> {
  if (!ctx.ports.isTrusted()) return workers(ctx, false);
  try {
    await drainQueue(ctx);
  } catch (error) {
    ctx.ports.logger.error('workers.notDrained', { error });
  }
  const all = [...(await ctx.ledger.read()).attempts.values()];
  // One that is held no more never is again: what has ended since the beginning costs nothing.
  for (const { identity } of all.filter(({ state }) => isHeld(state))) {
    // Each as it stands now: the one before may have taken its time.
    const attempt = (await ctx.ledger.read()).attempts.get(identity.uuid);
    if (attempt && isHeld(attempt.state)) await lookedAfter(ctx, attempt);
  }
  return workers(ctx, false);
}

/** One attempt that cannot be settled keeps nobody from settling the others. */
async function lookedAfter(ctx: EngineContext, attempt: Attempt): Promise<void> {
  try {
    await lookAfter(ctx, attempt);
  } catch (error) {
    const { attemptId } = attempt.identity;
    ctx.ports.logger.error('workers.notLookedAfter', { attemptId, error });
  }
}

async function handOff(
  ctx: EngineContext,
  key: TaskKey,
  to: 'chat' | 'terminal' | 'clipboard',
): Promise<ActionResult> {
  const result = await startAttempt(ctx, key, {}, { isRetry: false, isHandOff: true, to });
  switch (result.kind) {
    case 'started':
    case 'unknown':
      return done(
        ctx,
        result.worker.identity.uuid,
        `The prompt was handed to the ${to}.${result.recorded.kind === 'recorded' ? '' : ` ${result.recorded.why}`}`,
      );
    case 'exists':
      return refuse(
        `${result.worker.identity.attemptId} is under way.`,
        'Watch it, stop it, or reset it.',
      );
    case 'refused':
      return refuse(
        result.obstacles.map(({ why }) => why).join(' '),
        result.obstacles.map(({ remedy }) => remedy).join(' '),
      );
    case 'failed':
      return refuse(result.why, result.remedy ?? 'Try again.');
  }
}

async function transcript(
  ctx: EngineContext,
  key: TaskKey,
  limit: number,
): ReturnType<WorkerEngine['transcript']> {
  if (!ctx.ports.isTrusted()) return undefined;
  const state = await ctx.ports.desk.current();
  if (!state) return undefined;
  const site = taskSiteOf(ctx, await ctx.workspace(), state, key);
  const reading = await ctx.ledger.read();
  const last = (site ? attemptsOf(site, reading) : goneAttempts(ctx, state, reading, key)).at(-1);
  const backend = last && backendOf(ctx, last.backend);
  if (!last || !backend) return undefined;
  const timed = await withDeadline(ctx.ports.clock, 15_000, 0, (signal) =>
    backend.transcript(last.identity, limit, signal),
  );
  return timed.kind === 'answered' ? timed.value : undefined;
}
