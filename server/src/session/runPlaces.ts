/** Which files beside the queues are read, and from where. */
import { runFileKindOf } from '../core/runs/runFileKind';
import type { RunSource } from '../core/runs/runFile';
import type { SeverityOf } from '../core/rules/runRules';
import type { FileGlobs } from '../workspace/ports';
import { queueMatcher } from '../workspace/queueGlobs';
import { pathBelow } from '../workspace/uris';
import type { SessionConfig } from './sessionConfig';

/** No file of a worker is longer than that, in UTF-16 units; of a longer one the beginning is read. */
export const longestRunFile = 256 * 1024;

/** Folders below `scheduler` that hold such files. */
const places =
  '{progress,heartbeats,coordinator,person-manager,task-manager,task-managers,inboxes,spawn-queue,validator,validation}';

/** Globs of such files: below any `scheduler` of a workspace folder. */
export const runFileGlobs: readonly string[] = [`**/scheduler/${places}/**`];

/** Where one of these files belongs. */
export interface RunPlace {
  /** Uri of the workspace folder. */
  readonly folder: string;
  /** Path below it, with `/`. */
  readonly path: string;
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
export function runGlobsOf(exclude: readonly string[]): FileGlobs {
  return { include: runFileGlobs, exclude };
}

/** Tells for each URI where it belongs, if it is a file that we read beside the queues of a folder. */
export function runPlaces(config: SessionConfig): (uri: string) => RunPlace | undefined {
  const folders = config.folders
    .map((folder) => ({ ...folder, isOurs: queueMatcher(runGlobsOf(folder.globs.exclude)) }))
    .sort((a, b) => b.uri.length - a.uri.length);
  const find = (uri: string): RunPlace | undefined => {
    for (const folder of folders) {
      const path = pathBelow(folder.uri, uri);
      if (path === undefined) continue;
      const { severityOf } = folder;
      if (!folder.readsRunFiles || runFileKindOf(path) === undefined || !folder.isOurs(path)) {
        return undefined;
      }
      const name = folders.length > 1 ? `${folder.name}/${path}` : path;
      return { folder: folder.uri, path, name, severityOf };
    }
    return undefined;
  };
  const known = new Map<string, RunPlace | undefined>();
  return (uri) => {
    if (!uri.startsWith('file:') || !uri.includes('/scheduler/')) return undefined;
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
  { folder, path }: RunPlace,
  { text, modifiedAt }: { readonly text: string; readonly modifiedAt: number },
): RunSource | undefined {
  const base = { uri, folder, path, modifiedAt };
  if (text.length <= longestRunFile) return { ...base, text };
  if (!/\.md$/i.test(path)) return undefined;
  const end = text.lastIndexOf('\n', longestRunFile - 1) + 1;
  return { ...base, text: text.slice(0, end > 0 ? end : longestRunFile), isCut: true };
}
