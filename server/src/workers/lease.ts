/**
 * The right to make one attempt: a file for each that is created exclusively and never removed. So a number is given
 * out once, whatever windows, command lines and crashes do; what became of the attempt stands in the ledger.
 */
import { readJsonObject } from '../core/runs/readJsonObject';
import type { AttemptIdentity } from './attempt';
import type { EnginePlaces } from './enginePlaces';
import type { LedgerActor } from './ledgerEntry';
import { actorIn } from './readLedgerLine';
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

/** What the file of a lease says; whatever that is, its number is given out as soon as there is one. */
export type LeaseReading =
  | { readonly kind: 'free' }
  | { readonly kind: 'taken'; readonly owner: LedgerActor }
  | { readonly kind: 'damaged'; readonly path: string };

/** Throws only when the file is there and the disk does not give it. */
export async function readLease(
  files: WorkerFiles,
  places: EnginePlaces,
  identity: AttemptIdentity,
): Promise<LeaseReading> {
  const path = pathOf(places, identity);
  const text = await files.read(path);
  if (text === undefined) return { kind: 'free' };
  const json = readJsonObject(text);
  const owner = json.kind === 'object' ? actorIn(json.value['owner']) : undefined;
  return owner ? { kind: 'taken', owner } : { kind: 'damaged', path };
}

/** Readable and safe on every file system: ids may hold anything. */
function pathOf(places: EnginePlaces, { taskId, number, uuid }: AttemptIdentity): string {
  const slug = taskId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${places.leases}/${slug}.${number}.${uuid}.json`;
}
