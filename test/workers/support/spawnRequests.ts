/** Requests for workers, as the engine would make them. */
import { createHash } from 'node:crypto';
import type { AttemptIdentity } from '../../../server/src/workers/attempt';
import type { SpawnRequest } from '../../../server/src/workers/backend';

/** An identity whose uuid follows from the other three, so that processes that share nothing agree on it. */
export function identityOf(taskId: string, number = 1, project = 'alpha'): AttemptIdentity {
  const attemptId = `${project}/${taskId}#${number}`;
  const hex = createHash('sha256').update(attemptId).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`];
  const uuid = [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
  return { attemptId, project, taskId, number, uuid };
}

export function spawnRequest(
  taskId: string,
  rest: Partial<SpawnRequest> & { readonly cwd: string },
): SpawnRequest {
  return {
    identity: identityOf(taskId),
    prompt: `Do what ${taskId} asks for.`,
    model: undefined,
    runTimeoutMs: undefined,
    requestedAt: Date.now(),
    ...rest,
  };
}
