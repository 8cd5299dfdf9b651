/** Stopping a worker together with everything that it has started. */
import { execFile } from 'node:child_process';
import type { Processes, WorkerClock } from '../workerPorts';
import { programFolder } from './processesOnHost';

/** A process, and what tells it from a later one with its number. */
export interface ProcessMark {
  readonly pid: number;
  readonly startMark: string | undefined;
}

/** Sends a signal to the group that the process leads; false when there is no such group any more. */
export function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Asks one process to end; false when it is gone. */
export function signalProcess(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGTERM');
  } catch {
    return false;
  }
}

/** On Windows there are no groups: its own tool walks the tree of children. Never by a name, never through a shell. */
export function killTree(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const args = ['/pid', String(pid), '/T', '/F'];
    const options = { cwd: programFolder, windowsHide: true, timeout: 10_000 };
    execFile('taskkill', args, options, () => resolve());
  });
}

/**
 * Asks the group to end, then kills it. True once its leader is proven gone; false when nobody can tell, or when it
 * is somebody else's process by now and nothing was signalled.
 */
export async function stopGroup(
  { processes, clock }: { readonly processes: Processes; readonly clock: WorkerClock },
  { pid, startMark }: ProcessMark,
  graceMs: number,
): Promise<boolean> {
  const isAlive = () => processes.isAlive(pid, startMark);
  const before = await isAlive();
  if (before !== true) return before === false;
  if (process.platform === 'win32') await killTree(pid);
  else signalGroup(pid, 'SIGTERM');
  const until = clock.now() + graceMs;
  while (clock.now() < until && (await isAlive()) === true) await clock.wait(50);
  if (process.platform !== 'win32') signalGroup(pid, 'SIGKILL');
  for (let tries = 0; tries < 100; tries++) {
    if ((await isAlive()) === false) return true;
    await clock.wait(50);
  }
  return false;
}
