import type { WorkerPorts } from '../../workerPorts';

/** Who wrote something down, as far as it says so. */
interface Owner {
  readonly host: string | undefined;
  readonly pid: number | undefined;
  readonly startMark: string | undefined;
}

/** True only when it is proven: an owner on another machine, or one that nobody can ask about, counts as alive. */
export async function isOwnerGone(
  { actor, processes }: Pick<WorkerPorts, 'actor' | 'processes'>,
  { host, pid, startMark }: Owner,
): Promise<boolean> {
  if (host !== actor.host || pid === undefined) return false;
  return (await processes.isAlive(pid, startMark)) === false;
}
