/**
 * Agents' command lines as workers: each is a process of its own on this machine, which lives on when the window is
 * closed. What is known of it stands in a folder of its own, so that any window and the command line find it again.
 */
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { FindOutcome, ProbeOutcome, Run, WorkerBackend } from '../../backend';
import type { WorkerPorts } from '../../workerPorts';
import type { ProcessConfig } from '../../workersConfig';
import { presetOf } from '../presets/presetOf';
import { oneLine } from '../presets/readOutput';
import { reasonOf } from '../reasonOf';
import { cancelRun } from './cancelRun';
import { findProgram } from '../../node/findProgram';
import { type ProcessWorld, observeRun } from './observeRun';
import { startRun } from './startRun';

export interface ProcessBackendOptions extends Pick<
  WorkerPorts,
  'files' | 'clock' | 'processes' | 'actor'
> {
  /** Of the file queue, relative to the workspace's folder: the runs stand below it. */
  readonly folder: string;
  readonly config: ProcessConfig;
  /** Absolute path of dist/runner.js. */
  readonly runnerPath: string;
  /** What workers inherit; nothing is added to it but what `config.env` says. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts and reads nothing before it is asked. */
export function processBackend({ folder, ...rest }: ProcessBackendOptions): WorkerBackend {
  const world: ProcessWorld = { ...rest, runs: `${folder}/.proactive-jobs/runs` };
  return {
    id: 'process',
    probe: (signal) => probe(world, signal),
    keyFor: ({ uuid }) => uuid,
    spawn: (request, signal) =>
      startRun(world, request, signal).catch((error: unknown) => ({
        // Where exactly the disk failed decides whether something runs; the next search tells.
        ...{ kind: 'unknown' as const, why: reasonOf(error) },
      })),
    find: ({ uuid }) => find(world, uuid),
    list: () => list(world),
    cancel: ({ uuid }, signal) =>
      cancelRun(world, uuid, signal).catch((error: unknown) => ({
        ...{ kind: 'cannot-tell' as const, why: reasonOf(error) },
      })),
    async transcript({ uuid }, limit) {
      const seen = await observeRun(world, uuid).catch(() => undefined);
      return seen?.kind === 'found' ? seen.output.entries.slice(-limit) : undefined;
    },
    dispose: () => Promise.resolve(),
  };
}

async function find(world: ProcessWorld, uuid: string): Promise<FindOutcome> {
  try {
    const seen = await observeRun(world, uuid);
    if (seen.kind === 'absent') return { kind: 'absent' };
    return seen.kind === 'found' ? { kind: 'found', run: seen.run } : seen;
  } catch (error) {
    return { kind: 'cannot-tell', why: reasonOf(error) };
  }
}

async function list(world: ProcessWorld): Promise<readonly Run[]> {
  const names = (await world.files.list(world.runs)).filter((name) => /^[\da-f-]{36}$/.test(name));
  const found: { readonly run: Run; readonly at: number }[] = [];
  for (const uuid of names) {
    const seen = await observeRun(world, uuid).catch(() => undefined);
    if (seen?.kind === 'found') found.push({ run: seen.run, at: seen.claim.at });
  }
  return found.sort((one, other) => other.at - one.at).map(({ run }) => run);
}

async function probe(world: ProcessWorld, signal: AbortSignal): Promise<ProbeOutcome> {
  const { config } = world;
  const preset = presetOf(config.preset);
  const name = config.command ?? preset.program;
  if (name === undefined)
    return { kind: 'not-ready', why: 'No program is set.', remedy: preset.remedy };
  const environment = { ...world.environment, ...config.env };
  const workspace = dirname(world.files.absolute('x'));
  const program = await findProgram(name, { environment, workspace });
  if (program.kind === 'missing')
    return { kind: 'not-ready', why: `${program.why}.`, remedy: preset.remedy };
  const { command, before } = program;
  // A program of somebody's own may take `--version` for an order.
  if (preset.id === 'custom') return { kind: 'ready', detail: command, models: undefined };
  const version = await versionOf(command, before, environment, signal);
  if (version === undefined)
    return {
      kind: 'not-ready',
      why: `${command} does not say which version it is.`,
      remedy: `Run ${preset.id} --version in a terminal and look at what it says. ${preset.remedy}`,
    };
  const detail = `${preset.id} ${version}, ${command}`;
  return { kind: 'ready', detail, models: undefined };
}

/** Asked outside of the workspace, so that nothing of it is read. */
function versionOf(
  command: string,
  before: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { cwd: tmpdir(), env, signal, timeout: 20_000, windowsHide: true };
    execFile(command, [...before, '--version'], options, (error, stdout) =>
      resolve(error ? undefined : oneLine(stdout)?.slice(0, 100)),
    );
  });
}
