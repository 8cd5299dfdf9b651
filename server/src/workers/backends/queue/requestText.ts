/** A request as it is written into the file queue, and as it is read from there: nested or flat (workflow.md 1.5). */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import { readSpawnRequest } from '../../../core/runs/readSpawnRequest';
import type { SpawnRequest } from '../../backend';
import { fieldsOf, timeOf, wordOf } from '../fields';

/** What a request says of the worker. Everything in it is data of whoever wrote the file last. */
export interface QueuedRequest {
  readonly prompt: string | undefined;
  readonly model: string | undefined;
  readonly cwd: string | undefined;
  readonly runTimeoutMs: number | undefined;
}

/** The text of the file: the fields of the existing queue, then ours, which other processors may pass over. */
export function requestText(request: SpawnRequest): string {
  const { identity, prompt, cwd, model, runTimeoutMs, requestedAt } = request;
  const { attemptId, project, taskId, number } = identity;
  const fields = {
    requestId: identity.uuid,
    requestedBy: 'proactive-jobs',
    requestedAt: new Date(requestedAt).toISOString(),
    spawn: { label: taskId, model, task: prompt },
    attempt: { attemptId, project, taskId, number, cwd, runTimeoutMs },
  };
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}

/** Nothing when the text is no whole JSON object: it may be half-written still. */
export function readQueuedRequest(text: string): QueuedRequest | undefined {
  const json = readJsonObject(text);
  if (json.kind !== 'object') return undefined;
  const { model } = readSpawnRequest(text, '', undefined);
  const outer = json.value;
  const values = { ...outer, ...fieldsOf(outer['spawn']) };
  const own = fieldsOf(outer['attempt']);
  const timeout = timeOf(own['runTimeoutMs']) ?? 0;
  return {
    prompt: wordOf(values['task']) ?? wordOf(values['prompt']) ?? wordOf(values['message']),
    model,
    cwd: wordOf(own['cwd']) ?? wordOf(values['cwd']),
    runTimeoutMs: timeout > 0 ? timeout : undefined,
  };
}
