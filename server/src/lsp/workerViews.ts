/** What the worker engine says, as the client wants it: plain, complete, without fields that hold nothing. */
import type {
  ObstacleView,
  PlanResult,
  SpawnResultView,
  TranscriptResult,
  WorkerActionResult,
  WorkerView as View,
} from '../protocol/workerMessages';
import { isHeld } from '../workers/attempt';
import type { TranscriptEntry } from '../workers/backend';
import type {
  ActionResult,
  Obstacle,
  Recorded,
  SpawnPlan,
  SpawnResult,
  WorkerView,
} from '../workers/workerEngine';

/** One worker. */
export function toWorkerView(worker: WorkerView): View {
  const { identity, key, goneKey, backend, state, run, requestedAt, sessionKey, model } = worker;
  return defined({
    attemptId: identity.attemptId,
    taskId: identity.taskId,
    key,
    goneKey,
    number: identity.number,
    backend,
    state,
    isHeld: isHeld(state),
    run: run?.state,
    requestedAt,
    startedAt: run?.startedAt,
    endedAt: run?.endedAt,
    lastSignAt: run?.lastSignAt,
    lastLine: run?.lastLine,
    tokens: run?.tokens,
    model: run?.model ?? model,
    sessionKey,
    needsYou: worker.needsYou,
  });
}

/** What would happen, or why nothing can be told of that. */
export function toPlanView(plan: SpawnPlan | Obstacle): PlanResult {
  if ('code' in plan) return toObstacleView(plan);
  const { key, identity, obstacles, backend, backendReasons, model, cwd, files, held } = plan;
  const { prompt, promptNotes } = plan;
  return defined({
    key,
    taskId: identity.taskId,
    attemptId: identity.attemptId,
    obstacles: obstacles.map(toObstacleView),
    backend,
    backendReasons,
    model,
    cwd,
    prompt,
    promptNotes,
    files,
    held: held && toWorkerView(held),
  });
}

/** How a start went. */
export function toSpawnResultView(result: SpawnResult): SpawnResultView {
  switch (result.kind) {
    case 'started':
      return { kind: 'started', worker: toWorkerView(result.worker), ...notRecorded(result) };
    case 'unknown':
      return {
        kind: 'unknown',
        worker: toWorkerView(result.worker),
        why: result.why,
        ...notRecorded(result),
      };
    case 'exists':
      return { kind: 'exists', worker: toWorkerView(result.worker) };
    case 'refused':
      return { kind: 'refused', obstacles: result.obstacles.map(toObstacleView) };
    case 'failed':
      return defined({ kind: 'failed' as const, why: result.why, remedy: result.remedy });
  }
}

/** How anything else went. */
export function toActionView(result: ActionResult): WorkerActionResult {
  return result.kind === 'done'
    ? { kind: 'done', said: result.said }
    : defined({
        kind: 'refused' as const,
        why: result.why,
        remedy: result.remedy,
        canBeReleased: result.canBeReleased,
      });
}

/** What the worker said. */
export function toTranscriptView(entries: readonly TranscriptEntry[]): TranscriptResult {
  return entries.map(({ role, text, at }) => defined({ role, text, at }));
}

function toObstacleView({ code, why, remedy, canOverride }: Obstacle): ObstacleView {
  return { code, why, remedy, canOverride };
}

function notRecorded({ recorded }: { readonly recorded: Recorded }): { notRecorded?: string } {
  return recorded.kind === 'recorded' ? {} : { notRecorded: recorded.why };
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the fields that hold nothing. */
function defined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
