import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { SpawnOutcome } from '../../../server/src/workers/backend';
import type { HostOptions } from '../backends/processHost';
import type { BundledScript } from './bundledScript';

/** Lets a host of its own spawn a worker, kills it with SIGKILL as soon as it has answered, and returns the answer. */
export async function spawnInKilledHost(
  host: BundledScript,
  options: HostOptions,
  env: NodeJS.ProcessEnv,
): Promise<SpawnOutcome> {
  const child = spawn(process.execPath, [host.path, JSON.stringify(options)], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    exited.then(() => Promise.reject(new Error('The host ended without an answer.'))),
  ])) as [string];
  child.kill('SIGKILL');
  await exited;
  return JSON.parse(line) as SpawnOutcome;
}
