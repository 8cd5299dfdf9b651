/** The commands that act on an attempt or its task: `claim`, `complete`, `cancel`, `reset`, `adopt`. */
import type { TaskKey } from '../../core/model/taskKey';
import type { ActionResult, WorkerEngine } from '../../workers/workerEngine';
import type { CliEnvironment } from '../environment';
import { oneLine } from './sentences';
import type { WorkerTask } from './workerCommand';
import { workerExit } from './workerExit';
import { actionReport, reportText } from './workerReport';

export type ActionTask = Extract<
  WorkerTask,
  { kind: 'claim' | 'complete' | 'cancel' | 'reset' | 'adopt' }
>;

export interface ActionAsked {
  readonly task: ActionTask;
  readonly key: TaskKey;
  readonly json: boolean;
}

/** Resolves to the exit status. */
export async function runAction(
  { task, key, json }: ActionAsked,
  engine: WorkerEngine,
  { out, err, version }: CliEnvironment,
): Promise<number> {
  const result = await act(task, key, engine);
  if (json) out(reportText(actionReport(task.id, result), version));
  else if (result.kind === 'done') out(`${oneLine(result.said, 2_000)}\n`);
  else {
    const how = result.canBeReleased === true ? ` (proactive-jobs reset ${task.id} --gone)` : '';
    err(`proactive-jobs: ${oneLine(result.why, 1_000)} ${oneLine(result.remedy, 1_000)}${how}\n`);
  }
  return result.kind === 'done' ? workerExit.done : workerExit.refused;
}

function act(task: ActionTask, key: TaskKey, engine: WorkerEngine): Promise<ActionResult> {
  switch (task.kind) {
    case 'claim':
      return engine.claim(key, task.summary === undefined ? {} : { summary: task.summary });
    case 'complete':
      return engine.complete(key, task.reason === undefined ? {} : { reason: task.reason });
    case 'cancel':
      return engine.cancel(key);
    case 'reset':
      return engine.reset(key, { hasLooked: task.hasLooked });
    case 'adopt':
      return engine.adopt(key, task.sessionKey);
  }
}
