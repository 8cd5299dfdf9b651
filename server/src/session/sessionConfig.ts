/** The settings as the session needs them: for all queues together, and for each folder. */
import type { CoreOptions } from '../core/options';
import type { FileGlobs } from '../workspace/ports';
import { fileNameOf, pathBelow } from '../workspace/uris';
import { queueMatcher } from '../workspace/queueGlobs';
import type { SeverityOf } from '../core/rules/runRules';

export interface ScopeConfig {
  readonly globs: FileGlobs;
  /** The files beside the queues (progress, heartbeats, notes, …) are read, too. */
  readonly readsRunFiles: boolean;
  /** The folder of the file queue, relative to a workspace folder. */
  readonly spawnQueue: string;
  readonly severityOf: SeverityOf;
}

export interface FolderConfig extends ScopeConfig {
  readonly uri: string;
  readonly name: string;
}

export interface SessionConfig {
  readonly core: CoreOptions;
  /** The setting `proactiveJobs.time.zone`: its offset at the clock of a picture is that of the options. */
  readonly zone: string;
  readonly folders: readonly FolderConfig[];
  /** For files outside of every folder. */
  readonly loose: ScopeConfig;
  /** The folder of each project's repository, by its name. */
  readonly projects: Readonly<Record<string, string>>;
}

/** Where a queue file belongs. */
export interface QueuePlace {
  /** Path relative to its folder, led by the folder's name where there are several; else the file name. */
  readonly name: string;
  readonly folderUri: string | undefined;
  readonly severityOf: SeverityOf;
}

/** Tells for each URI whether it is a queue, and of which folder: the innermost one that holds it. */
export function queuePlaces(config: SessionConfig): (uri: string) => QueuePlace | undefined {
  const folders = config.folders
    .map((folder) => ({ ...folder, isQueue: queueMatcher(folder.globs) }))
    .sort((a, b) => b.uri.length - a.uri.length);
  const isLooseQueue = queueMatcher(config.loose.globs);
  return (uri) => {
    if (!/^(file|untitled):/.test(uri)) return undefined; // The editor shows old versions under `git:`.
    for (const folder of folders) {
      const path = pathBelow(folder.uri, uri);
      if (path === undefined) continue;
      if (!folder.isQueue(path)) return undefined;
      const name = folders.length > 1 ? `${folder.name}/${path}` : path;
      return { name, folderUri: folder.uri, severityOf: folder.severityOf };
    }
    const name = fileNameOf(uri);
    if (!isLooseQueue(name)) return undefined;
    return { name, folderUri: undefined, severityOf: config.loose.severityOf };
  };
}
