/** The worker engine of one workspace folder on this machine, with its back ends: for the editor and the command line. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Logger } from '../workspace/ports';
import type { WorkerBackend } from './backend';
import { openAcpBackend } from './backends/acp/acpBackend';
import { openOpenclawBackend } from './backends/openclaw/openclawBackend';
import { processBackend } from './backends/process/processBackend';
import { queueBackend } from './backends/queue/queueBackend';
import { actorHere, randomHex } from './node/actorHere';
import { inheritedVariables } from './node/inheritedVariables';
import { processesOnHost } from './node/processesOnHost';
import { systemWorkerClock } from './node/systemWorkerClock';
import { userSeal, userStateFolder } from './node/userSeal';
import { workerFilesOnDisk } from './node/workerFilesOnDisk';
import { openWorkerEngine } from './openWorkerEngine';
import type { WorkerEngine } from './workerEngine';
import type { Actor, QueueDesk, WorkerPorts } from './workerPorts';
import { setupOf, type WorkersConfig, type WorkerSecrets } from './workersConfig';

export interface WorkspaceEngineOrder {
  /** Absolute path of the workspace's folder. */
  readonly folder: string;
  readonly desk: QueueDesk;
  /** As the settings say now. What the back ends are made from (`setupOf`) stays as it was when the engine was opened. */
  config(): WorkersConfig;
  /** Folder of each project's repository by its name: absolute, below `~/`, or relative to the workspace's folder. */
  projects(): Readonly<Record<string, string>>;
  readonly secrets: WorkerSecrets;
  readonly isTrusted: () => boolean;
  readonly logger: Logger;
  readonly actorKind: Actor['kind'];
}

/** Starts nothing and connects to nothing before it is asked. Throws when the folder's records cannot be read. */
export function openWorkspaceEngine(order: WorkspaceEngineOrder): Promise<WorkerEngine> {
  const { folder, desk, logger, isTrusted, actorKind } = order;
  const ports: WorkerPorts = {
    files: workerFilesOnDisk(folder),
    clock: systemWorkerClock,
    processes: processesOnHost,
    desk,
    logger,
    actor: actorHere(actorKind),
    random: randomHex,
    seal: userSeal(userStateFolder(process.env), logger),
    isTrusted,
  };
  return openWorkerEngine(ports, backendsOf(order, ports), {
    folderUri: URI.file(folder).toString(),
    folderPath: folder,
    config: () => order.config(),
    projects: () =>
      Object.fromEntries(
        Object.entries(order.projects()).map(([name, path]) => [name, atHome(path)]),
      ),
    isFolder,
  });
}

function backendsOf(
  order: WorkspaceEngineOrder,
  { files, clock, processes, actor, logger }: WorkerPorts,
): readonly WorkerBackend[] {
  const { secrets } = order;
  const config = setupOf(order.config());
  const { openclaw, queue } = config;
  const disk = { files, clock, processes, actor, folder: queue.folder };
  const environment = inheritedVariables(process.env);
  return [
    openOpenclawBackend({
      url: openclaw.url,
      agentId: openclaw.agentId,
      requestTimeoutMs: openclaw.requestTimeoutSeconds * 1000,
      token: () => secrets.openclawToken(openclaw.url),
      clock,
      logger,
    }),
    processBackend({
      ...disk,
      config: config.process,
      // Built beside the bundle that this stands in.
      runnerPath: join(__dirname, 'runner.js'),
      environment,
    }),
    queueBackend(disk),
    openAcpBackend({
      ...disk,
      config: config.acp,
      permissionMode: config.process.permissionMode,
      environment,
      logger,
    }),
  ];
}

function atHome(path: string): string {
  return /^~(?:[\\/]|$)/.test(path) ? join(homedir(), path.slice(1)) : path;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
