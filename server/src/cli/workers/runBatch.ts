/** The commands `spawn --next` and `spawn --fill`. */
import { idOf } from '../../core/index/idOf';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { queueInKey, type TaskKey } from '../../core/model/taskKey';
import { nextBatch, type Batch } from '../../core/spawn/nextBatch';
import type { QueueState } from '../../core/state';
import { isHeld } from '../../workers/attempt';
import type { WorkerEngine } from '../../workers/workerEngine';
import type { WorkersConfig } from '../../workers/workersConfig';
import type { CliEnvironment } from '../environment';
import { currentState, nestedLedger } from './queueFolder';
import { nameOf } from './taskNamed';
import { report } from './runSpawn';
import { oneLine } from './sentences';
import type { WorkerTask } from './workerCommand';
import { skippedLines } from './skippedLines';
import { workerExit } from './workerExit';
import { reportText, resultReport } from './workerReport';

export interface BatchAsked {
  readonly task: Extract<WorkerTask, { kind: 'batch' }>;
  readonly queue: string | undefined;
  readonly json: boolean;
  readonly config: WorkersConfig;
}

/** Shows what would be started, and starts it once somebody has agreed; resolves to the exit status. */
export async function runBatch(
  { task, queue, json, config }: BatchAsked,
  engine: WorkerEngine,
  environment: CliEnvironment,
): Promise<number> {
  const { out, err, version, workers, cwd } = environment;
  // A dry run writes nothing, not even that a worker has ended.
  const found = await (task.dryRun ? engine.workers() : engine.reconcile());
  const { state } = await currentState(environment, config.queue.folder);
  const held = found.flatMap((worker) =>
    isHeld(worker.state) ? (worker.key ?? worker.goneKey ?? []) : [],
  );
  const batch = nextBatch(state, {
    how: task.how,
    ...(queue === undefined ? {} : { uri: URI.file(resolve(cwd, queue)).toString() }),
    held,
    maxWorkers: config.maxConcurrent,
    cwd,
  });
  for (const key of batch.chosen) {
    const nested = await nestedLedger(key, config.queue.folder, environment);
    if (nested) {
      err(`proactive-jobs: ${nested.why}\n`);
      return workerExit.unusable;
    }
  }
  const isDry = task.dryRun || !task.yes;
  if (json && isDry) out(reportText(batchReport(state, batch, cwd), version));
  if (!json) out(batchText(state, batch));
  if (batch.chosen.length === 0) {
    if (json && !isDry) out(reportText(batchReport(state, batch, cwd), version));
    return workerExit.done;
  }
  if (task.dryRun) return workerExit.done;
  if (!task.yes) {
    if (json || !workers.isTerminal) {
      err(
        'proactive-jobs: Nothing was started: nobody can be asked here. Say --yes to start them.\n',
      );
      return workerExit.unusable;
    }
    const count = batch.chosen.length;
    if (!(await workers.ask(`Start ${count === 1 ? 'this worker' : `these ${count} workers`}?`))) {
      err('Nothing was started.\n');
      return workerExit.refused;
    }
  }
  return start({ state, batch, json, config }, engine, environment);
}

/** One after the other: each takes a slot that the next one must see. The worst exit status counts. */
async function start(
  {
    state,
    batch,
    json,
    config,
  }: {
    readonly state: QueueState;
    readonly batch: Batch;
    readonly json: boolean;
    readonly config: WorkersConfig;
  },
  engine: WorkerEngine,
  environment: CliEnvironment,
): Promise<number> {
  const results: object[] = [];
  let worst: number = workerExit.done;
  for (const key of batch.chosen) {
    const id = idOf(state.index, key);
    const result = await engine.spawn(key, { backend: config.backend });
    results.push(resultReport(id, result));
    const status = report(
      id,
      result,
      false,
      json ? { ...environment, out: () => undefined } : environment,
    );
    worst = Math.max(worst, status);
  }
  if (json)
    environment.out(
      reportText({ ...batchReport(state, batch, environment.cwd), results }, environment.version),
    );
  return worst;
}

function batchText(state: QueueState, { chosen, skipped }: Batch): string {
  const lines = [
    ...(chosen.length === 0
      ? ['Nothing can be started now.']
      : ['To be started, in this order:', ...chosen.map((key) => `  ${titled(state, key)}`)]),
    ...(skipped.length === 0
      ? []
      : [
          'Left for later:',
          ...skippedLines(
            skipped.map(({ key, why }) => ({ id: idOf(state.index, key), why: oneLine(why) })),
          ).map((line) => `  ${line}`),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function batchReport(state: QueueState, { chosen, skipped }: Batch, cwd: string): object {
  const item = (key: TaskKey) => ({
    task: idOf(state.index, key),
    queue: nameOf(queueInKey(key), cwd),
  });
  return {
    chosen: chosen.map(item),
    skipped: skipped.map(({ key, why }) => ({ ...item(key), why })),
  };
}

function titled(state: QueueState, key: TaskKey): string {
  const task = state.index.tasks.get(key);
  const document = state.documents.get(task?.uri ?? '');
  const title = document?.declarations[task?.deciding ?? -1]?.title?.value;
  return title === undefined
    ? idOf(state.index, key)
    : `${idOf(state.index, key)}: ${oneLine(title, 80)}`;
}
