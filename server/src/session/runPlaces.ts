/** Which files beside the queues are read, and from where. */
import { runFileKindOf } from '../core/runs/runFileKind';
import type { RunSource } from '../core/runs/runFile';
import type { SeverityOf } from '../core/rules/runRules';
import type { FileGlobs } from '../workspace/ports';
import { queueMatcher } from '../workspace/queueGlobs';
import { pathBelow } from '../workspace/uris';
import { plainGlob } from '../protocol/queueFolder';
import type { ScopeConfig, SessionConfig } from './sessionConfig';

/** No file of a worker is longer than that, in UTF-16 units; of a longer one the beginning is read. */
export const longestRunFile = 256 * 1024;

/** Folders below `scheduler` that hold such files. */
const places =
  '{progress,heartbeats,coordinator,person-manager,task-manager,task-managers,inboxes,validator,validation}';

/** Globs of such files: below any `scheduler` of a workspace folder, and in the file queue, wherever below it that stands. */
export function runFileGlobs(spawnQueue: string): readonly string[] {
  const requests = `**/${plainGlob(spawnQueue)}/{requests,processing,responses}/*`;
  return [`**/scheduler/${places}/**`, requests];
}

/** Where one of these files belongs. */
export interface RunPlace {
  /** Uri of the workspace folder. */
  readonly folder: string;
  /** Path below it, with `/`. */
  readonly path: string;
  /** Folder of the file queue below that folder. */
  readonly spawnQueue: string;
  /** The path, led by the folder's name where there are several folders. */
  readonly name: string;
  readonly severityOf: SeverityOf;
}

/** A file beside the queues as the world shows it. */
export interface RunInput {
  readonly source: RunSource;
  readonly place: RunPlace;
  /** Of the open buffer; absent for a file that is not open. */
  readonly version: number | undefined;
}

/** What is searched for in a folder. */
export function runGlobsOf({
  globs,
  spawnQueue,
}: Pick<ScopeConfig, 'globs' | 'spawnQueue'>): FileGlobs {
  return { include: runFileGlobs(spawnQueue), exclude: globs.exclude };
}

/** Tells for each URI where it belongs, if it is a file that we read beside the queues of a folder. */
export function runPlaces(config: SessionConfig): (uri: string) => RunPlace | undefined {
  const folders = config.folders
    .map((folder) => ({ ...folder, isOurs: queueMatcher(runGlobsOf(folder)) }))
    .sort((a, b) => b.uri.length - a.uri.length);
  const find = (uri: string): RunPlace | undefined => {
    for (const folder of folders) {
      const path = pathBelow(folder.uri, uri);
      if (path === undefined) continue;
      const { severityOf, spawnQueue } = folder;
      const isKnown = folder.readsRunFiles && runFileKindOf(path, spawnQueue) !== undefined;
      if (!isKnown || !folder.isOurs(path)) return undefined;
      const name = folders.length > 1 ? `${folder.name}/${path}` : path;
      return { folder: folder.uri, path, spawnQueue, name, severityOf };
    }
    return undefined;
  };
  const known = new Map<string, RunPlace | undefined>();
  // Most uris that are asked for are none of ours, which is seen at once where nothing was moved.
  const isNear = folders.every(({ spawnQueue }) => spawnQueue.startsWith('scheduler/'));
  return (uri) => {
    if (!uri.startsWith('file:') || (isNear && !uri.includes('/scheduler/'))) return undefined;
    if (!known.has(uri)) known.set(uri, find(uri));
    return known.get(uri);
  };
}

/**
 * The text of such a file as the core reads it. One that is too long is cut behind its last whole line; JSON cannot be
 * cut, so that it is left out.
 */
export function runSource(
  uri: string,
  { folder, path, spawnQueue }: RunPlace,
  { text, modifiedAt }: { readonly text: string; readonly modifiedAt: number },
): RunSource | undefined {
  const base = { uri, folder, path, modifiedAt, spawnQueue };
  if (text.length <= longestRunFile) return { ...base, text };
  if (!/\.md$/i.test(path)) return undefined;
  const end = text.lastIndexOf('\n', longestRunFile - 1) + 1;
  return { ...base, text: text.slice(0, end > 0 ? end : longestRunFile), isCut: true };
}
