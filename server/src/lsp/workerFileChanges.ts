/** Which changes of files tell something of workers. */
import { pathBelow } from '../workspace/uris';
import { enginePlacesOf } from '../workers/enginePlaces';
import type { FolderOfWorkers } from './workerEngines';

/** What is to be asked after these files have changed; nothing when they tell nothing of the workers of any folder. */
export function questionAfter(
  uris: readonly string[],
  folders: readonly FolderOfWorkers[],
): 'look' | 'reconcile' | undefined {
  const answers = new Set(
    folders.flatMap(({ uri: folder, config }) => {
      const places = enginePlacesOf(config.queue.folder);
      return uris.map((uri) => {
        const path = pathBelow(folder, uri);
        return path === undefined ? undefined : meaningOf(path, places);
      });
    }),
  );
  return answers.has('reconcile') ? 'reconcile' : answers.has('look') ? 'look' : undefined;
}

function meaningOf(
  path: string,
  { own, ledger, processing, responses }: ReturnType<typeof enginePlacesOf>,
): 'look' | 'reconcile' | undefined {
  if (path === ledger) return 'look';
  // Somebody has taken or answered a request, or a program has ended. What a program prints changes far too often.
  const isQueue = path.startsWith(`${processing}/`) || path.startsWith(`${responses}/`);
  const isEnd = path.startsWith(`${own}/`) && /\/(?:exit|end)\.json$/.test(path);
  return isQueue || isEnd ? 'reconcile' : undefined;
}
