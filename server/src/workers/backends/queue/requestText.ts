/** A request as it is written into the file queue, and as it is read from there: nested or flat (workflow.md 1.5). */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import { readSpawnRequest } from '../../../core/runs/readSpawnRequest';
import type { AttemptIdentity } from '../../attempt';
import type { SpawnRequest } from '../../backend';
import { type Fields, fieldsOf, wordOf } from '../fields';

/** A request that was read. Everything in it is data of whoever wrote it. */
export interface QueuedRequest {
  readonly requestId: string;
  /** Only in requests of ours. */
  readonly identity: AttemptIdentity | undefined;
  /** The task's id, as existing processors expect it. */
  readonly label: string | undefined;
  readonly prompt: string | undefined;
  readonly model: string | undefined;
  readonly cwd: string | undefined;
  readonly runTimeoutMs: number | undefined;
  readonly requestedAt: number | undefined;
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

/** Nothing but a sentence when the text is no whole JSON object: it may be half-written still. */
export function readQueuedRequest(text: string, name: string): QueuedRequest | string {
  const json = readJsonObject(text);
  if (json.kind !== 'object') return `${name} cannot be read: ${json.why}`;
  const { requestId, label, model, requestedAt } = readSpawnRequest(text, name, undefined);
  const outer = json.value;
  const values = { ...outer, ...fieldsOf(outer['spawn']) };
  const own = fieldsOf(outer['attempt']);
  const prompt = wordOf(values['task']) ?? wordOf(values['prompt']) ?? wordOf(values['message']);
  const timeout = own['runTimeoutMs'];
  return {
    requestId,
    identity: identityIn(own, requestId),
    label,
    prompt,
    model,
    cwd: wordOf(own['cwd']) ?? wordOf(values['cwd']),
    runTimeoutMs: typeof timeout === 'number' && timeout > 0 ? timeout : undefined,
    requestedAt,
  };
}

function identityIn(own: Fields, uuid: string): AttemptIdentity | undefined {
  const attemptId = wordOf(own['attemptId']);
  const project = wordOf(own['project']);
  const taskId = wordOf(own['taskId']);
  const number = own['number'];
  if (attemptId === undefined || project === undefined || taskId === undefined) return undefined;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return undefined;
  return { attemptId, project, taskId, number, uuid };
}
