/** From the wish for a worker to the worker: what stands in the way, the question, the start, and what came of it. */
import * as vscode from 'vscode';
import {
  planRequest,
  retryRequest,
  spawnRequest,
  type ObstacleView,
  type PlanResult,
  type SpawnParams,
  type SpawnPlanView,
  type SpawnResultView,
} from '../../../server/src/protocol/workerMessages';
import type { CommandContext } from '../commands/command';
import { allTasks } from '../tree/tasksIn';
import { canOverride, confirmDetail, obstacleDetail } from './obstacleWords';
import { ask, complain, inform, warn } from '../notices';
import { noAnswer } from '../noAnswer';

export type StartHow = 'spawn' | 'retry';

const confirmed = 'proactiveJobs.workers.confirmed';

/** What would happen; nothing when that cannot be told, which is said. */
export async function planOf(
  { client }: CommandContext,
  key: string,
): Promise<SpawnPlanView | undefined> {
  const where = { location: vscode.ProgressLocation.Window, title: 'Looking at the task' };
  const plan = await vscode.window.withProgress(where, () =>
    client.request<PlanResult>(planRequest, { key } satisfies SpawnParams),
  );
  if (plan !== undefined && !('code' in plan)) return plan;
  const why = plan === undefined ? noAnswer : `${plan.why} ${plan.remedy}`;
  void warn(`Nothing can be told of this task. ${why}`);
  return undefined;
}

/** The whole way, from every door: lens, hover, tree, palette, preview. */
export async function startWorker(
  context: CommandContext,
  key: string,
  how: StartHow,
): Promise<void> {
  const plan = await planOf(context, key);
  if (plan === undefined) return;
  if (how === 'spawn' && plan.held !== undefined) return showExisting(context, plan);
  // What a retry puts aside does not stand in its way.
  const obstacles = plan.obstacles.filter(({ code }) => how === 'spawn' || code !== 'held');
  let overrideSlots = false;
  if (obstacles.length > 0) {
    overrideSlots = await askDespite(plan.taskId, obstacles);
    if (!overrideSlots) return;
  } else if (!(await confirm(context, plan, how))) return;
  const prompt = context.workers.prompts.editedPrompt(plan);
  const order = { ...(prompt === undefined ? {} : { prompt }), overrideSlots };
  await send(context, key, plan.taskId, how, order);
}

/** Starts without asking; for those who have asked. Says how it went. */
export async function send(
  context: CommandContext,
  key: string,
  taskId: string,
  how: StartHow,
  order: Omit<SpawnParams, 'key'> = {},
): Promise<SpawnResultView | undefined> {
  const where = {
    location: vscode.ProgressLocation.Window,
    title: `Starting a worker for ${taskId}`,
  };
  const result = await vscode.window.withProgress(where, () =>
    request(context, how, { key, ...order }),
  );
  tell(context, key, taskId, result);
  return result;
}

/** Nothing when the server ended meanwhile: what became of the start is found out by the next one. */
async function request(
  { client, log }: CommandContext,
  how: StartHow,
  params: SpawnParams,
): Promise<SpawnResultView | undefined> {
  try {
    return await client.request<SpawnResultView>(
      how === 'spawn' ? spawnRequest : retryRequest,
      params,
    );
  } catch (error) {
    log.warn('The language server gave no answer to a start.', error);
    return undefined;
  }
}

function tell(
  context: CommandContext,
  key: string,
  taskId: string,
  result: SpawnResultView | undefined,
): void {
  const { alerts, prompts } = context.workers;
  switch (result?.kind) {
    case 'started':
      prompts.forget({ key });
      vscode.window.setStatusBarMessage(
        result.worker.run === 'queued'
          ? `$(clock) Worker for ${taskId} requested (${result.worker.backend}), not begun yet`
          : `$(play) Worker for ${taskId} started (${result.worker.backend})`,
        6_000,
      );
      alerts.notRecorded(result.worker, result.notRecorded);
      return;
    case 'unknown':
      prompts.forget({ key });
      alerts.raise(result.worker, result.why);
      alerts.notRecorded(result.worker, result.notRecorded);
      return;
    case 'exists':
      void offerWatch(
        context,
        key,
        result.worker.needsYou ?? `A worker is on ${taskId} already; no other was started.`,
      );
      return;
    case 'refused':
      void refuse(taskId, result.obstacles);
      return;
    case 'failed': {
      const words = [result.why, ...(result.remedy === undefined ? [] : [result.remedy])].join(' ');
      complain(`No worker was started for ${taskId}. ${words}`);
      return;
    }
    case undefined:
      complain(
        `It is not known whether a worker was started for ${taskId}: the language server does not answer. Its state shows in the tree as soon as it does.`,
      );
  }
}

async function showExisting(context: CommandContext, plan: SpawnPlanView): Promise<void> {
  const held = plan.obstacles.find(({ code }) => code === 'held');
  const words = `A worker is on ${plan.taskId} already.`;
  await offerWatch(context, plan.key, held ? `${words} ${held.why} ${held.remedy}` : words);
}

async function offerWatch(context: CommandContext, key: string, words: string): Promise<void> {
  const watch = 'Watch';
  if ((await inform(words, watch)) !== watch) return;
  const worker = context.workers.store.of(key);
  if (worker !== undefined) await context.workers.transcripts.watch(worker, key);
}

async function refuse(taskId: string, obstacles: readonly ObstacleView[]): Promise<void> {
  await ask('warning', `No worker was started for ${taskId}.`, obstacleDetail(obstacles));
}

/** True when a person wants it all the same, and may. */
async function askDespite(taskId: string, obstacles: readonly ObstacleView[]): Promise<boolean> {
  if (!canOverride(obstacles)) {
    await refuse(taskId, obstacles);
    return false;
  }
  const anyway = 'Start Anyway';
  const question = `Something stands in the way of a worker for ${taskId}.`;
  const picked = await ask('warning', question, obstacleDetail(obstacles), anyway);
  return picked === anyway;
}

async function confirm(
  context: CommandContext,
  plan: SpawnPlanView,
  how: StartHow,
): Promise<boolean> {
  const { memory, prompts } = context.workers;
  const policy = vscode.workspace
    .getConfiguration('proactiveJobs.workers')
    .get<string>('confirmSpawn', 'firstPerWorkspace');
  const isKnown = policy === 'firstPerWorkspace' && memory.get<boolean>(confirmed) === true;
  if (policy === 'never' || isKnown) return true;
  const start = how === 'spawn' ? 'Start' : 'Retry';
  const preview = 'Preview';
  const isPreview = context.workers.prompts.isShown(plan);
  const picked = await ask(
    'information',
    how === 'spawn'
      ? `Start a worker for ${plan.taskId}?`
      : `Put the last attempt at ${plan.taskId} aside and start another worker?`,
    confirmDetail(plan, titleOf(context, plan.key)),
    ...(isPreview ? [start] : [start, preview]),
  );
  if (picked === preview) await prompts.preview(plan);
  if (picked !== start) return false;
  await memory.update(confirmed, true);
  return true;
}

function titleOf({ store }: CommandContext, key: string): string {
  const tasks = allTasks(store.state.snapshot);
  return tasks.find((task) => task.key === key)?.title ?? '';
}
