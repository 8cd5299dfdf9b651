/** What proves later that this very user asked for a request: files that lie about may come with a repository. */
import type { SpawnRequest } from './backend';
import type { WorkerPorts } from './workerPorts';

/**
 * The mark of all that decides what a worker does and where; it goes into the ledger before anything is sent. Nothing
 * when this user has no place for a key: then the request is run by whoever was asked, and never moved to another.
 */
export function sealOf(
  { seal }: Pick<WorkerPorts, 'seal'>,
  { identity, prompt, cwd, model, runTimeoutMs }: Omit<SpawnRequest, 'requestedAt'>,
): Promise<string | undefined> {
  const { uuid, attemptId } = identity;
  return seal(JSON.stringify([uuid, attemptId, prompt, cwd, model ?? null, runTimeoutMs ?? null]));
}
