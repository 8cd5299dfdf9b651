/** An answer in `responses`: what a processor says became of a request, and whether it can be believed. */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import { readSpawnResponse } from '../../../core/runs/readSpawnResponse';
import type { BackendId, RunState } from '../../backend';
import { wordOf } from '../fields';

/** What our own processor answers. `sessionKey` is the handle of the back end that runs the worker. */
export interface QueueAnswer {
  readonly requestId: string;
  /** Ms since the epoch. */
  readonly processedAt: number;
  readonly status: 'spawned' | 'completed' | 'error' | 'cancelled';
  readonly sessionKey: string | undefined;
  readonly backend: BackendId;
  readonly result: string | undefined;
  readonly error: string | undefined;
}

/** The text of an answer's file, with a line break at its end. */
export function answerText(answer: QueueAnswer): string {
  const { processedAt, backend, ...rest } = answer;
  const fields = {
    ...rest,
    processedAt: new Date(processedAt).toISOString(),
    processedBy: ourName,
    backend,
  };
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}

const ourName = 'proactive-jobs';

export interface BelievedAnswer {
  readonly state: RunState;
  readonly sessionKey: string | undefined;
  readonly processedAt: number | undefined;
  readonly lastLine: string | undefined;
}

/**
 * The answer to our request of that id; a sentence when it cannot be believed. More than half of those that are found
 * in the field are invented, so an answer counts only with our id and a key of the shape that its processor makes.
 */
export function readQueueAnswer(text: string, requestId: string): BelievedAnswer | string {
  const response = readSpawnResponse(text, undefined);
  const json = readJsonObject(text);
  if (json.kind !== 'object') return `The answer cannot be read: ${json.why}`;
  if (response.requestId !== requestId)
    return `The answer speaks of ${response.requestId ?? 'no request at all'}`;
  const isOurs = wordOf(json.value['processedBy']) === ourName;
  const sessionKey = isOurs ? response.writtenKey : response.sessionKey;
  const state = stateOf(response.status);
  if (state === undefined) return `The answer's status is ${response.status ?? 'missing'}`;
  if (state === 'running' && sessionKey === undefined)
    return `The answer says "${response.status ?? ''}" but names no session`;
  const lastLine = wordOf(json.value['error']) ?? wordOf(json.value['result']);
  return { state, sessionKey, processedAt: response.processedAt, lastLine };
}

function stateOf(status: string | undefined): RunState | undefined {
  switch (status?.toLowerCase()) {
    case 'spawned':
    case 'started':
    case 'running':
    case 'ok':
    case 'success':
      return 'running';
    case 'completed':
      return 'succeeded';
    case 'error':
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'cancelled';
    default:
      return undefined;
  }
}
