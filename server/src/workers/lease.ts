/**
 * The right to make one attempt: a file for each that is created exclusively and never removed. So a number is given
 * out once, whatever windows, command lines and crashes do; what became of the attempt stands in the ledger.
 */
import type { AttemptIdentity } from './attempt';
import type { EnginePlaces } from './enginePlaces';
import { actorIn, type LedgerActor } from './ledgerEntry';
import type { WorkerFiles } from './workerPorts';

/** True for exactly one of all who ask for this attempt. */
export function takeLease(
  files: WorkerFiles,
  places: EnginePlaces,
  identity: AttemptIdentity,
  owner: LedgerActor,
  at: number,
): Promise<boolean> {
  const { attemptId, uuid } = identity;
  const text = `${JSON.stringify({ v: 1, at: new Date(at).toISOString(), attemptId, uuid, owner })}\n`;
  return files.create(pathOf(places, identity), text);
}

/** Who has it; nothing when nobody has, or the file cannot be understood. */
export async function leaseOwner(
  files: WorkerFiles,
  places: EnginePlaces,
  identity: AttemptIdentity,
): Promise<LedgerActor | undefined> {
  const text = await files.read(pathOf(places, identity));
  if (text === undefined) return undefined;
  try {
    return actorIn((JSON.parse(text) as { readonly owner?: unknown } | null)?.owner);
  } catch {
    return undefined; // A damaged lease still keeps its number taken.
  }
}

/** Readable and safe on every file system: ids may hold anything. */
function pathOf(places: EnginePlaces, { taskId, number, uuid }: AttemptIdentity): string {
  const slug = taskId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${places.leases}/${slug}.${number}.${uuid}.json`;
}
