/** A running server for one queue with one ready task, with scripted engines, and the lists of workers that it sends. */
import { taskKeyOf } from '../../server/src/core/model/taskKey';
import {
  workersNotification,
  type WorkersParams,
  type WorkerView,
} from '../../server/src/protocol/workerMessages';
import { startInBand, type InBandServer } from './inBandServer';
import { MemoryFiles } from './memoryFiles';
import { scriptedEngines, type ScriptedEngine } from './scriptedEngine';

export const folder = 'file:///w';
export const queue = `${folder}/PROACTIVE-JOBS.md`;
export const text = `# Jobs

### p1-1: Plan it
- **Status:** pending
- **Model:** haiku
`;
export const key = taskKeyOf(queue, 'p1-1');

export interface WorkerServer {
  readonly server: InBandServer;
  readonly engines: ScriptedEngine[];
  readonly engine: () => ScriptedEngine;
  readonly lists: (readonly WorkerView[])[];
}

/** Opens it as a client that has our commands; a second queue lies outside of its folder. */
export async function openWorkerServer(
  isTrusted: boolean,
  settings: (section: string, scopeUri: string | undefined) => unknown = () => null,
): Promise<WorkerServer> {
  const { engines, openEngine } = scriptedEngines();
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text, 'file:///v/PROACTIVE-JOBS.md': text }),
    folders: [folder],
    openEngine,
    settings,
    initialize: { initializationOptions: { workers: { isTrusted } } },
  });
  const lists: (readonly WorkerView[])[] = [];
  server.connection.onNotification(workersNotification, ({ workers }: WorkersParams) => {
    lists.push(workers);
    server.changed();
  });
  await server.untilScanned();
  await server.until('an engine', () => engines.length > 0);
  return { server, engines, lists, engine: () => engines.at(-1) as ScriptedEngine };
}
