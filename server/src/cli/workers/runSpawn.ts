/** The commands `spawn ID` and `retry ID`. */
import type { TaskKey } from '../../core/model/taskKey';
import type {
  Obstacle,
  SpawnOptions,
  SpawnPlan,
  SpawnResult,
  WorkerEngine,
} from '../../workers/workerEngine';
import type { WorkersConfig } from '../../workers/workersConfig';
import type { CliEnvironment } from '../environment';
import { obstacleLines, oneLine, planText, resultText } from './sentences';
import type { WorkerTask } from './workerCommand';
import { workerExit } from './workerExit';
import { planReport, reportText, resultReport, workerReport } from './workerReport';

export interface SpawnAsked {
  readonly task: Extract<WorkerTask, { kind: 'spawn' | 'retry' }>;
  readonly key: TaskKey;
  readonly json: boolean;
  readonly backend: WorkersConfig['backend'];
}

/** Starts one worker, once somebody has agreed; resolves to the exit status. */
export async function runSpawn(
  { task, key, json, backend }: SpawnAsked,
  engine: WorkerEngine,
  environment: CliEnvironment,
): Promise<number> {
  const { out, err, version, workers } = environment;
  const options: SpawnOptions = {
    backend,
    ...(task.overrideSlots ? { overrideSlots: true } : {}),
  };
  if (!task.yes) {
    const plan = await engine.plan(key, options);
    if ('code' in plan)
      return told(err, `${oneLine(plan.why, 1_000)} ${oneLine(plan.remedy, 1_000)}`);
    const isHeld = plan.held !== undefined && task.kind === 'spawn';
    if (json) out(reportText(planned(plan), version));
    else out(isHeld ? '' : planText(plan));
    if (plan.held !== undefined && task.kind === 'spawn') {
      if (!json) out(resultText(task.id, { kind: 'exists', worker: plan.held }));
      return workerExit.done;
    }
    // What retry closes is no obstacle to it: the attempt, and what the queue says of it.
    const isOwn = ({ code }: Obstacle) => code === 'held' || code === 'status';
    const inTheWay = plan.obstacles.filter((o) => task.kind === 'spawn' || !isOwn(o));
    if (inTheWay.length > 0) {
      if (!json) err(`${task.id} cannot be started:\n${obstacleLines(inTheWay)}`);
      return workerExit.refused;
    }
    if (task.dryRun) return workerExit.done;
    if (json || !workers.isTerminal)
      return told(err, 'Nothing was started: nobody can be asked here. Say --yes to start it.');
    if (!(await workers.ask(`Start this worker for ${task.id}?`))) {
      err('Nothing was started.\n');
      return workerExit.refused;
    }
  }
  // Slots of workers that have ended meanwhile are free: no window may be open that has noticed.
  await engine.reconcile();
  const result = await engine[task.kind](key, options);
  return report(task.id, result, json, environment);
}

/** Tells what became of it; resolves to the exit status. */
export function report(
  id: string,
  result: SpawnResult,
  json: boolean,
  { out, err, version }: CliEnvironment,
): number {
  if (json) out(reportText(resultReport(id, result), version));
  else (result.kind === 'started' || result.kind === 'exists' ? out : err)(resultText(id, result));
  if (
    (result.kind === 'started' || result.kind === 'unknown') &&
    result.recorded.kind === 'not-recorded'
  )
    err(`proactive-jobs: The queue does not say so yet: ${oneLine(result.recorded.why, 1_000)}\n`);
  switch (result.kind) {
    case 'started':
    case 'exists':
      return workerExit.done;
    case 'unknown':
      return workerExit.unknown;
    case 'refused':
    case 'failed':
      return workerExit.refused;
  }
}

function planned(plan: SpawnPlan): object {
  return {
    task: plan.identity.taskId,
    result: plan.held === undefined ? 'planned' : 'exists',
    ...(plan.held === undefined ? {} : { worker: workerReport(plan.held) }),
    plan: planReport(plan),
  };
}

function told(err: (text: string) => void, why: string): number {
  err(`proactive-jobs: ${why}\n`);
  return workerExit.unusable;
}
