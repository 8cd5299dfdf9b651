/**
 * A host that can be killed: owns a process back end, spawns one worker, says how that went and stays.
 *   processHost <options as JSON>
 */
import { writeSync } from 'node:fs';
import { processBackend } from '../../../server/src/workers/backends/process/processBackend';
import type { SpawnRequest } from '../../../server/src/workers/backend';
import type { ProcessConfig } from '../../../server/src/workers/workersConfig';
import { diskPorts } from '../support/workerDisk';

export interface HostOptions {
  readonly folder: string;
  readonly config: ProcessConfig;
  readonly runnerPath: string;
  readonly request: SpawnRequest;
}

async function main(): Promise<void> {
  const { folder, config, runnerPath, request } = JSON.parse(process.argv[2] ?? '') as HostOptions;
  const backend = processBackend({
    ...diskPorts(folder),
    ...{ folder: 'scheduler/spawn-queue', config, runnerPath, environment: process.env },
  });
  const outcome = await backend.spawn(request, new AbortController().signal);
  writeSync(1, `${JSON.stringify(outcome)}\n`);
  process.stdin.resume();
}

void main();
