/** Plans, workers and results as JSON, for scripts; `sentences.ts` has them for people. Fields are only ever added; `version` would change if one went or changed its meaning. */
import type { ActionResult, SpawnPlan, SpawnResult, WorkerView } from '../../workers/workerEngine';
import { isoTime } from '../isoTime';

/** One object with a line break at its end. */
export function reportText(report: object, toolVersion: string): string {
  const whole = { version: 1, tool: { name: 'proactive-jobs', version: toolVersion }, ...report };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Times in ISO 8601; `null` for what is not known. */
export function workerReport(worker: WorkerView): object {
  const { identity, backend, state, run, sessionKey, model, requestedAt, needsYou } = worker;
  return {
    attemptId: identity.attemptId,
    task: identity.taskId,
    number: identity.number,
    uuid: identity.uuid,
    backend,
    state,
    run: run?.state ?? null,
    sessionKey: sessionKey ?? null,
    model: model ?? null,
    requestedAt: isoTime(requestedAt),
    startedAt: isoTime(run?.startedAt),
    endedAt: isoTime(run?.endedAt),
    lastSignAt: isoTime(run?.lastSignAt),
    lastLine: run?.lastLine ?? null,
    tokens: run?.tokens ?? null,
    needsYou: needsYou ?? null,
  };
}

/** Everything that would happen; an empty list of obstacles: it can start. */
export function planReport(plan: SpawnPlan): object {
  return {
    attemptId: plan.identity.attemptId,
    task: plan.identity.taskId,
    obstacles: plan.obstacles.map(({ code, why, remedy, canOverride }) => ({
      code,
      why,
      remedy,
      canOverride,
    })),
    backend: plan.backend ?? null,
    backendReasons: plan.backendReasons,
    model: plan.model ?? null,
    cwd: plan.cwd,
    files: plan.files,
    prompt: plan.prompt,
    promptNotes: plan.promptNotes,
    held: plan.held === undefined ? null : workerReport(plan.held),
  };
}

/** What became of a spawn at the task `id`; the fields beside `result` follow from it. */
export function resultReport(id: string, result: SpawnResult): object {
  const base = { task: id, result: result.kind };
  switch (result.kind) {
    case 'started':
    case 'unknown':
      return {
        ...base,
        worker: workerReport(result.worker),
        recorded: result.recorded.kind === 'recorded',
        why:
          result.kind === 'unknown'
            ? result.why
            : result.recorded.kind === 'recorded'
              ? null
              : result.recorded.why,
      };
    case 'exists':
      return { ...base, worker: workerReport(result.worker) };
    case 'refused':
      return {
        ...base,
        obstacles: result.obstacles.map(({ code, why, remedy, canOverride }) => ({
          code,
          why,
          remedy,
          canOverride,
        })),
      };
    case 'failed':
      return { ...base, why: result.why, remedy: result.remedy ?? null };
  }
}

/** What became of anything else at the task `id`. */
export function actionReport(id: string, result: ActionResult): object {
  return result.kind === 'done'
    ? {
        task: id,
        result: 'done',
        said: result.said,
        worker: result.worker === undefined ? null : workerReport(result.worker),
      }
    : {
        task: id,
        result: 'refused',
        why: result.why,
        remedy: result.remedy,
        canBeReleased: result.canBeReleased === true,
      };
}
