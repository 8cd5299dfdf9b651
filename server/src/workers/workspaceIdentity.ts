/** The random id of a workspace, kept in it: what makes the names of its attempts its own. */
import { readJsonObject } from '../core/runs/readJsonObject';
import type { EnginePlaces } from './enginePlaces';
import type { WorkerFiles } from './workerPorts';

export interface WorkspaceIdentity {
  /** A random UUID, in lower case. */
  readonly id: string;
  /** What the folder was called when the id was made; kept, so that renaming the folder renames no attempt. */
  readonly name: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The identity that is there; nothing when there is none. Throws, in words for people, when it is damaged. */
export async function readWorkspaceIdentity(
  files: WorkerFiles,
  places: EnginePlaces,
): Promise<WorkspaceIdentity | undefined> {
  const text = await files.read(places.workspace);
  if (text === undefined) return undefined;
  const json = readJsonObject(text);
  const { id, name } = json.kind === 'object' ? json.value : {};
  if (typeof id === 'string' && uuid.test(id) && typeof name === 'string' && name !== '')
    return { id, name: slugOfName(name) };
  throw new Error(
    `${places.workspace} is damaged: it should be {"id": "<uuid>", "name": "<name>"}. Restore it, or delete the folder ${places.own} once no worker runs.`,
  );
}

/** Writes `proposed` unless somebody was faster, keeps git out of the folder, and returns what counts. */
export async function keepWorkspaceIdentity(
  files: WorkerFiles,
  places: EnginePlaces,
  proposed: WorkspaceIdentity,
): Promise<WorkspaceIdentity> {
  await files.create(places.ignore, '*\n');
  await files.create(
    places.workspace,
    `${JSON.stringify({ version: 1, id: proposed.id, name: proposed.name })}\n`,
  );
  return (await readWorkspaceIdentity(files, places)) ?? proposed;
}

/** A new one; `hex` are 16 random bytes. */
export function newWorkspaceIdentity(hex: string, folderName: string): WorkspaceIdentity {
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
  return { id, name: slugOfName(folderName) };
}

function slugOfName(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 60) || 'workspace';
}
