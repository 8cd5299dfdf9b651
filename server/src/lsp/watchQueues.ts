/** Asks the client to watch the queue files, the files beside them, and file queues that stand elsewhere. */
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import { queueFolderGlob } from '../protocol/queueFolder';
import type { ClientFacts } from './clientFacts';
import type { LoadedConfig } from './loadConfig';

/** Registers watchers for the globs of every folder; nothing where the client cannot watch. */
export async function watchQueues(
  connection: Connection,
  facts: ClientFacts,
  config: Pick<LoadedConfig, 'session' | 'workers'>,
): Promise<Disposable | undefined> {
  const watchers = watchersOf(facts, config);
  if (!facts.canWatch || watchers.length === 0) return undefined;
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

function watchersOf(
  facts: ClientFacts,
  { session, workers }: Pick<LoadedConfig, 'session' | 'workers'>,
): FileSystemWatcher[] {
  const seen = new Set<string>();
  const queueOf = new Map(workers.map(({ uri, config }) => [uri, config.queue.folder]));
  return session.folders.flatMap((folder) =>
    // Queues and files that go with their whole folder are announced as that folder only.
    [...folder.globs.include, besides, ...elsewhere(queueOf.get(folder.uri))].flatMap((pattern) => {
      const key = facts.hasRelativePatterns ? `${folder.uri}\n${pattern}` : pattern;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        { globPattern: facts.hasRelativePatterns ? { baseUri: folder.uri, pattern } : pattern },
      ];
    }),
  );
}

const besides = '**/scheduler/**';

/** The glob of a file queue that does not stand beside the queues. */
function elsewhere(queueFolder: string | undefined): readonly string[] {
  const glob = queueFolder === undefined ? undefined : queueFolderGlob(queueFolder);
  return glob === undefined || /(?:^|\/)scheduler\//.test(glob) ? [] : [glob];
}
