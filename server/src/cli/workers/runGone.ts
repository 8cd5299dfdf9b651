/** Attempts at tasks that no queue has any more: `cancel`, `reset` and `retry` find them by the id that the task had. */
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { queueInKey, type TaskKey } from '../../core/model/taskKey';
import { listed } from '../../core/rules/support/quote';
import { isHeld } from '../../workers/attempt';
import type { WorkerEngine, WorkerView } from '../../workers/workerEngine';
import type { CliEnvironment } from '../environment';
import { runAction } from './runAction';
import { report } from './runSpawn';
import { ambiguous, nameOf, type NamedTask, undeclared } from './taskNamed';
import type { WorkerCommand, WorkerTask } from './workerCommand';

/** What gives a slot back needs no task, unless it is only to be shown. */
export function worksWithout(task: WorkerTask): boolean {
  return task.kind === 'cancel' || task.kind === 'reset' || (task.kind === 'retry' && !task.dryRun);
}

/** The one task of that id which has gone while an attempt at it holds a slot; `queue` is where it stood. */
export function goneTask(
  workers: readonly WorkerView[],
  id: string,
  queue: string | undefined,
  cwd: string,
): NamedTask {
  const wanted =
    queue === undefined ? undefined : nameOf(URI.file(resolve(cwd, queue)).toString(), cwd);
  const keys = workers.flatMap(({ goneKey, identity, state }) =>
    goneKey !== undefined &&
    isHeld(state) &&
    identity.taskId.toLowerCase() === id.toLowerCase() &&
    (wanted === undefined || queueOf(goneKey, cwd) === wanted)
      ? [goneKey]
      : [],
  );
  const [key, second] = [...new Set(keys)];
  if (key === undefined) return undeclared(`No attempt at ${id} holds a slot.`);
  if (second === undefined) return { kind: 'task', key };
  return ambiguous(
    `Several queues had a task "${id}": ${listed(
      keys.map((each) => queueOf(each, cwd)),
      Infinity,
    )}. Say which one with --queue PATH.`,
  );
}

function queueOf(key: TaskKey, cwd: string): string {
  return nameOf(queueInKey(key), cwd);
}

/** Resolves to the exit status. A retry only settles what is over: without a task nothing can be started. */
export async function runGone(
  { task, json }: WorkerCommand,
  key: TaskKey,
  engine: WorkerEngine,
  environment: CliEnvironment,
): Promise<number> {
  switch (task.kind) {
    case 'cancel':
    case 'reset':
      return runAction({ task, key, json }, engine, environment);
    case 'retry':
      return report(task.id, await engine.retry(key), json, environment);
    default:
      throw new Error(`${task.kind} needs a task.`);
  }
}
