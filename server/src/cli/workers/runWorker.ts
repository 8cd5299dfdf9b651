/** The commands about workers: finds the folder, the settings and the task, and lets the engine do it. */
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { TaskKey } from '../../core/model/taskKey';
import type { QueueState } from '../../core/state';
import type { WorkerEngine } from '../../workers/workerEngine';
import type { WorkersConfig } from '../../workers/workersConfig';
import type { CliEnvironment } from '../environment';
import { runAction } from './runAction';
import { goneTask, runGone, worksWithout } from './runGone';
import { currentState, nestedLedger, wrongFolder } from './queueFolder';
import { noQueue, taskNamed } from './taskNamed';
import { runBatch } from './runBatch';
import { runSpawn } from './runSpawn';
import { oneLine, workersText } from './sentences';
import { readUserConfig } from './userConfig';
import type { WorkerCommand } from './workerCommand';
import { cliLogger } from './cliLogger';
import { workerExit } from './workerExit';
import { reportText, workerReport } from './workerReport';

const longestTemplate = 256 * 1024;

/** Resolves to the exit status. */
export async function runWorker(
  command: WorkerCommand,
  environment: CliEnvironment,
): Promise<number> {
  const fail = (why: string): number => {
    environment.err(`proactive-jobs: ${why}\n`);
    return workerExit.unusable;
  };
  const { cwd, files, workers } = environment;
  const user = await readUserConfig({ ...workers, flags: command.flags, files });
  if (user.kind === 'wrong') return fail(user.why);
  const template = await readTemplate(command, environment);
  if (template.kind === 'wrong') return fail(template.why);
  const config: WorkersConfig =
    template.text === undefined ? user.config : { ...user.config, promptTemplate: template.text };
  if (config.backend === 'acp')
    return fail(
      'A worker of the back end acp lives only as long as the program that started it, and the command line ends at once. Start it in the editor, or use openclaw, process or queue here.',
    );
  const { state, troubles } = await currentState(environment, config.queue.folder);
  if (state.documents.size > 0)
    for (const trouble of troubles) environment.err(`proactive-jobs: ${trouble}\n`);
  const isGiven =
    command.flags.has('queue.folder') ||
    (workers.variables['PROACTIVE_JOBS_SPAWN_QUEUE'] ?? '') !== '';
  const wrong = await wrongFolder(state, config.queue.folder, isGiven, environment);
  if (wrong) return fail(wrong.why);
  const meant = await taskMeant(command, state, config, environment);
  if (meant.kind === 'wrong') return fail(meant.why);
  let engine: WorkerEngine;
  try {
    engine = await openEngine(config, user.projects, environment);
  } catch (error) {
    return fail(oneLine(error instanceof Error ? error.message : String(error), 1_000));
  }
  try {
    if (meant.kind === 'declared')
      return await run(command, meant.key, config, engine, environment);
    const gone = goneTask(await engine.workers(), meant.id, command.queue, cwd);
    if (gone.kind === 'trouble') return fail(gone.isUndeclared ? meant.why : gone.why);
    return await runGone(command, gone.key, engine, environment);
  } catch (error) {
    return fail(oneLine(error instanceof Error ? error.message : String(error), 1_000));
  } finally {
    await engine.dispose();
  }
}

type Meant =
  /** Without a key where the command is about no single task. */
  | { readonly kind: 'declared'; readonly key: TaskKey | undefined }
  /** No queue has the task, for the reason in `why`; an attempt at it may hold a slot all the same. */
  | { readonly kind: 'gone'; readonly id: string; readonly why: string }
  | { readonly kind: 'wrong'; readonly why: string };

/** Which task the words of the command mean in the queues as they are now. */
async function taskMeant(
  { task, queue }: WorkerCommand,
  state: QueueState,
  config: WorkersConfig,
  environment: CliEnvironment,
): Promise<Meant> {
  const { cwd } = environment;
  if (!('id' in task)) {
    if (queue === undefined || state.documents.has(URI.file(resolve(cwd, queue)).toString()))
      return { kind: 'declared', key: undefined };
    return { kind: 'wrong', why: noQueue(state, queue, cwd) };
  }
  const named = taskNamed(state, task.id, queue, cwd);
  if (named.kind === 'trouble') {
    const kind = named.isUndeclared && worksWithout(task) ? 'gone' : 'wrong';
    return { kind, id: task.id, why: named.why };
  }
  const nested = await nestedLedger(named.key, config.queue.folder, environment);
  return nested ? { kind: 'wrong', why: nested.why } : { kind: 'declared', key: named.key };
}

/** The engine over the queues of the working directory. Rejects when it cannot be opened there. */
function openEngine(
  config: WorkersConfig,
  projects: Readonly<Record<string, string>>,
  environment: CliEnvironment,
): Promise<WorkerEngine> {
  const { cwd, workers } = environment;
  const order = { folder: cwd, queueFolder: config.queue.folder };
  return workers.openEngine({
    folder: cwd,
    config,
    projects,
    secrets: {
      // The variable belongs to whatever the user has named as the gateway, and to nothing else.
      openclawToken: (url) =>
        Promise.resolve(
          url === config.openclaw.url ? workers.variables['OPENCLAW_GATEWAY_TOKEN'] : undefined,
        ),
    },
    desk: {
      current: async () => (await currentState(environment, config.queue.folder)).state,
      apply: (edits) => workers.applyEdits(order, edits),
    },
    logger: cliLogger(environment),
  });
}

function run(
  command: WorkerCommand,
  key: TaskKey | undefined,
  config: WorkersConfig,
  engine: WorkerEngine,
  environment: CliEnvironment,
): Promise<number> {
  const { task, json } = command;
  switch (task.kind) {
    case 'workers':
      return listWorkers(task.reconcile, json, engine, environment);
    case 'batch':
      return runBatch({ task, json, queue: command.queue, config }, engine, environment);
    case 'spawn':
    case 'retry':
      return runSpawn(
        { task, json, key: key as TaskKey, backend: config.backend },
        engine,
        environment,
      );
    default:
      return runAction({ task, json, key: key as TaskKey }, engine, environment);
  }
}

async function listWorkers(
  reconciles: boolean,
  json: boolean,
  engine: WorkerEngine,
  { out, now, version }: CliEnvironment,
): Promise<number> {
  const found = await (reconciles ? engine.reconcile() : engine.workers());
  out(json ? reportText({ workers: found.map(workerReport) }, version) : workersText(found, now()));
  return workerExit.done;
}

type Template =
  | { readonly kind: 'text'; readonly text: string | undefined }
  | { readonly kind: 'wrong'; readonly why: string };

async function readTemplate(
  { template }: WorkerCommand,
  { cwd, files }: CliEnvironment,
): Promise<Template> {
  if (template === undefined) return { kind: 'text', text: undefined };
  const read = await files.read(URI.file(resolve(cwd, template)).toString(), longestTemplate);
  if (read.kind === 'text' && read.text.trim() !== '') return { kind: 'text', text: read.text };
  const why = {
    text: 'is empty',
    missing: 'there is no such file',
    directory: 'this is a folder',
    unreadable: 'cannot be read',
  }[read.kind];
  return {
    kind: 'wrong',
    why: `--template ${template}: ${why}. Name a file with the words for the worker.`,
  };
}
