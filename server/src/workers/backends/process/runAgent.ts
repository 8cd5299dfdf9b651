/**
 * The runner: a small process between the host and the worker, so that the worker's end is written down even when the
 * host is long gone. It reads what to start from its standard input, and its right to start it from the run's folder.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { processesOnHost } from '../../node/processesOnHost';
import { workerFilesOnDisk } from '../../node/workerFilesOnDisk';
import type { WorkerFiles } from '../../workerPorts';
import { writeRecord } from '../recordFile';
import { type ExitRecord, type Launch, runFile } from './runFolder';
import { killTree, signalGroup } from '../../node/stopProcess';

/** The longest that a timer can wait. */
const longestTimer = 2 ** 31 - 1;

/** Starts the worker unless another runner did, and resolves when its end is written down. */
export async function runAgent(folder: string, launch: Launch): Promise<void> {
  const files = workerFilesOnDisk(folder);
  const startMark = await processesOnHost.startMark(process.pid);
  const me = { pid: process.pid, startMark, at: Date.now() };
  if (!(await writeRecord(files, runFile.runner, me))) return;
  const end = (record: Partial<ExitRecord> & Pick<ExitRecord, 'how'>) =>
    writeRecord(files, runFile.exit, { code: null, signal: null, at: Date.now(), ...record });
  if ((await files.read(runFile.cancel)) !== undefined) {
    await end({ how: 'cancelled' });
    return;
  }
  let child: ChildProcess;
  try {
    child = await started(files, launch);
  } catch (error) {
    await end({
      how: 'not-started',
      error: error instanceof Error ? error.message : String(error),
    });
    return;
  }
  const exited = supervised(child, launch);
  const pid = child.pid ?? 0;
  const mark = await processesOnHost.startMark(pid);
  await writeRecord(files, runFile.agent, { pid, startMark: mark, at: Date.now() });
  await end(await exited);
}

/** Rejects when the system does not start the program. */
async function started(files: WorkerFiles, launch: Launch): Promise<ChildProcess> {
  // Always a new file: one that lies there came with the repository, and may be a link to anywhere.
  const append = constants.O_APPEND | constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
  const output = openSync(files.absolute(runFile.output), append, 0o600);
  const errors = openSync(files.absolute(runFile.errors), append, 0o600);
  const input = launch.promptOnStdin ? openSync(files.absolute(runFile.prompt), 'r') : undefined;
  try {
    const child = spawn(launch.command, launch.args, {
      cwd: launch.cwd,
      env: workerEnvironment(process.env),
      // A group of its own, so that it can be stopped with all that it has started.
      detached: process.platform !== 'win32',
      // Straight into files: the worker does not notice when this process is killed.
      stdio: [input ?? 'ignore', output, errors],
      windowsHide: true,
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } finally {
    for (const file of [output, errors, input]) if (file !== undefined) closeSync(file);
  }
}

/** As ours, without what only made an editor run this file as Node. */
function workerEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const rest = { ...environment };
  delete rest['ELECTRON_RUN_AS_NODE'];
  return rest;
}

/** Resolves with how the worker ended: by itself, because somebody asks this process to end, or out of time. */
function supervised(
  child: ChildProcess,
  { runTimeoutMs, graceMs }: Launch,
): Promise<Pick<ExitRecord, 'how' | 'code' | 'signal'>> {
  const pid = child.pid ?? 0;
  let how: ExitRecord['how'] = 'exited';
  const timers: NodeJS.Timeout[] = [];
  const stop = (why: 'cancelled' | 'timed-out') => {
    if (how !== 'exited') return;
    how = why;
    if (process.platform === 'win32') void killTree(pid);
    else signalGroup(pid, 'SIGTERM');
    timers.push(setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs));
  };
  process.on('SIGTERM', () => stop('cancelled'));
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  if (runTimeoutMs !== undefined)
    timers.push(setTimeout(() => stop('timed-out'), Math.min(runTimeoutMs, longestTimer)));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      for (const timer of timers) clearTimeout(timer);
      // Its children may still be there; who stops a worker means all of it.
      if (how !== 'exited' && process.platform !== 'win32') signalGroup(pid, 'SIGKILL');
      resolve({ how, code, signal });
    });
  });
}
