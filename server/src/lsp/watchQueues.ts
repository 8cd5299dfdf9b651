/** Asks the client to watch the queue files, and the files beside them. */
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import type { SessionConfig } from '../session/sessionConfig';
import type { ClientFacts } from './clientFacts';

/** Registers watchers for the globs of every folder; nothing where the client cannot watch. */
export async function watchQueues(
  connection: Connection,
  facts: ClientFacts,
  config: SessionConfig,
): Promise<Disposable | undefined> {
  const watchers = watchersOf(facts, config);
  if (!facts.canWatch || watchers.length === 0) return undefined;
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

function watchersOf(facts: ClientFacts, config: SessionConfig): FileSystemWatcher[] {
  const seen = new Set<string>();
  return config.folders.flatMap((folder) =>
    // Queues and files that go with their whole folder are announced as that folder only.
    [...folder.globs.include, '**/scheduler/**'].flatMap((pattern) => {
      const key = facts.hasRelativePatterns ? `${folder.uri}\n${pattern}` : pattern;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        { globPattern: facts.hasRelativePatterns ? { baseUri: folder.uri, pattern } : pattern },
      ];
    }),
  );
}
