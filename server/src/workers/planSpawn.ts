/** Everything that would happen on a spawn, without writing anything. */
import { isAbsolute, join } from 'node:path';
import { mappedRepository, namedRepositories } from '../core/claims/repositoryName';
import { queueInKey, type TaskKey } from '../core/model/taskKey';
import { personsPrompt } from '../core/prompt/personsPrompt';
import { promptFor } from '../core/prompt/promptFor';
import { chooseModel, modelNotOffered } from '../core/spawn/chooseModel';
import { preflight } from '../core/spawn/preflight';
import { heartbeatPathOf, progressPathOf } from '../core/spawn/progressFile';
import type { QueueState } from '../core/state';
import { type AttemptIdentity, highestNumber } from './attempt';
import type { WorkerBackend } from './backend';
import { type BackendChoice, chooseBackend } from './chooseBackend';
import type { EngineContext } from './engineContext';
import type { Attempt, LedgerReading } from './foldLedger';
import { lastFailureOf } from './lastFailure';
import { elsewhereWords } from './needsYou';
import {
  attemptsOf,
  heldAttempt,
  heldKeys,
  identityAt,
  type TaskSite,
  taskSiteOf,
} from './taskSite';
import { viewAttempt } from './viewAttempt';
import type { Obstacle, SpawnOptions, SpawnPlan } from './workerEngine';

export interface PlanScene {
  readonly plan: SpawnPlan;
  readonly site: TaskSite;
  readonly backend: WorkerBackend | undefined;
  readonly progressPath: string;
}

export interface PlanMode {
  /** The queue may still say in-progress, for the attempt before. */
  readonly isRetry: boolean;
  /** The prompt goes to something that is no back end. */
  readonly isHandOff: boolean;
  /** What it goes to then. */
  readonly to?: 'chat' | 'terminal' | 'clipboard';
}

/** A sentence when there is nothing to plan for: the queues cannot be read, or the task is not there. */
export async function planSpawn(
  ctx: EngineContext,
  key: TaskKey,
  options: SpawnOptions,
  mode: PlanMode,
): Promise<PlanScene | Obstacle> {
  const state = await ctx.ports.desk.current(queueInKey(key));
  if (!state)
    return notFound(
      'The queues could not be read.',
      'Look whether the file is there and readable.',
    );
  const site = taskSiteOf(ctx, await ctx.workspace(), state, key);
  if (!site) return outOfReach(state, key);
  const reading = await ctx.ledger.read();
  for (const problem of reading.problems) ctx.ports.logger.warn('workers.ledgerLine', { problem });
  const held = heldAttempt(site, reading);
  const isTrusted = ctx.ports.isTrusted();
  const cwd = workingFolder(ctx, state, site);
  const model = chooseModel(state, key, ctx.options.config().models);
  const asks = isTrusted && !held && !mode.isHandOff;
  const choice = asks
    ? await chooseBackend(ctx, options.backend ?? ctx.options.config().backend)
    : noChoice;
  const spent = held ? undefined : spentNumbers(ctx, site, reading);
  const identity = held?.identity ?? spent?.last.identity ?? nextIdentity(ctx, site, reading);
  const facts = {
    ...{ isTrusted, cwd, isRetry: mode.isRetry, isFolder: await ctx.options.isFolder(cwd) },
    ...{ held: heldKeys(ctx, state, reading), maxWorkers: ctx.options.config().maxConcurrent },
  };
  const obstacles: readonly (Obstacle | undefined)[] = [
    ...preflight(state, key, facts),
    model.obstacle,
    choice.obstacle,
    modelNotOffered(model.model, choice.models),
    held && heldObstacle(ctx, held),
    spent?.obstacle,
  ];
  const progressPath =
    progressPathOf(state, key, ctx.options.folderUri) ?? heartbeatPathOf(site.block.task.id);
  const made = (ctx.options.writePrompt ?? promptFor)(state, key, {
    ...{ identity, cwd, model: model.model, template: ctx.options.config().promptTemplate },
    progressPath: ctx.ports.files.absolute(progressPath),
    heartbeatPath: ctx.ports.files.absolute(heartbeatPathOf(site.block.task.id)),
    lastFailure: lastFailureOf(ctx, site, reading),
  });
  const words = options.prompt === undefined ? made : personsPrompt(options.prompt);
  const backend = held?.backend === 'hand-off' ? undefined : (held?.backend ?? choice.backend?.id);
  const plan: SpawnPlan = {
    ...{ key, identity, backend, backendReasons: choice.reasons, model: model.model, cwd },
    obstacles: obstacles.flatMap((o) => o ?? []),
    prompt: words?.prompt ?? '',
    promptNotes: (words?.problems ?? []).map(({ text }) => text),
    files: made?.files ?? [],
    held: held && viewAttempt(ctx, state, held),
  };
  return { plan, site, backend: choice.backend, progressPath };
}

/** What is wrong with a task for which there is nothing to plan, although the queues could be read. */
function outOfReach(state: QueueState, key: TaskKey): Obstacle {
  const [first] = preflight(state, key, { ...blindFacts, isTrusted: true });
  return first?.code === 'not-found'
    ? first
    : notFound(
        'The queue lies outside of the workspace folder.',
        'Open its folder as a workspace.',
      );
}

const noChoice: BackendChoice = {
  backend: undefined,
  reasons: [],
  models: undefined,
  obstacle: undefined,
};

const blindFacts = { held: [], maxWorkers: 0, cwd: '', isFolder: true, isRetry: false };

/** The next number that is free, as far as the ledger tells. Throws, in words for people, when there is none. */
export function nextIdentity(
  ctx: EngineContext,
  site: TaskSite,
  reading: LedgerReading,
): AttemptIdentity {
  const spent = spentNumbers(ctx, site, reading)?.obstacle;
  if (spent) throw new Error(`${spent.why} ${spent.remedy}`);
  return identityAt(site, (attemptsOf(site, reading).at(-1)?.identity.number ?? 0) + 1);
}

/** The attempt behind which no number is left, which only a line can bring about that somebody made up. */
function spentNumbers(
  ctx: EngineContext,
  site: TaskSite,
  reading: LedgerReading,
): { readonly last: Attempt; readonly obstacle: Obstacle } | undefined {
  const last = attemptsOf(site, reading).at(-1);
  if (!last || last.identity.number < highestNumber) return undefined;
  const obstacle: Obstacle = {
    code: 'ledger',
    why: `Line ${last.position + 1} of ${ctx.places.ledger} tells of attempt ${last.identity.number} at ${site.block.task.id}: somebody made that up.`,
    remedy: 'Take out all lines about it.',
    canOverride: false,
  };
  return { last, obstacle };
}

/** Whether there was nothing to plan for. */
export function isObstacle(result: object): result is Obstacle {
  return 'code' in result;
}

/** The repository that the task or its progress file names, where the setting knows it; else the workspace folder. */
function workingFolder(ctx: EngineContext, state: QueueState, { key, block }: TaskSite): string {
  const { folderPath } = ctx.options;
  const progress = state.runs.progressOf.get(key)?.[0]?.file.text ?? '';
  const fields = block.declaration.fields.map((f) => ({
    name: f.name.value,
    value: f.value.value,
  }));
  const mapped = mappedRepository(namedRepositories(progress, fields), ctx.options.projects());
  if (!mapped) return folderPath;
  return isAbsolute(mapped.folder) ? mapped.folder : join(folderPath, mapped.folder);
}

function heldObstacle(ctx: EngineContext, held: Attempt): Obstacle {
  return {
    code: 'held',
    why: `${held.identity.attemptId} is under way.`,
    remedy: `Watch it, stop it, or reset it.${elsewhereWords(ctx, held)}`,
    canOverride: false,
  };
}

function notFound(why: string, remedy: string): Obstacle {
  return { code: 'not-found', why, remedy, canOverride: false };
}
