/** Starting a worker: first the claim, then the runner, which alone may start it. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SpawnOutcome, SpawnRequest } from '../../backend';
import { presetOf } from '../presets/presetOf';
import { reasonOf } from '../reasonOf';
import { findProgram } from '../../node/findProgram';
import { launchWords } from './launchOf';
import { type Observation, type ProcessWorld, observeRun } from './observeRun';
import { writeRecord } from '../recordFile';
import { type Launch, type RunClaim, runFile } from './runFolder';

/** How long the runner is given to say that the worker runs. A busy machine needs seconds for a new process. */
const startingMs = 25_000;
export const graceMs = 5_000;
const stepMs = 50;

/** Throws when the disk does. */
export async function startRun(
  world: ProcessWorld,
  request: SpawnRequest,
  signal: AbortSignal,
): Promise<SpawnOutcome> {
  const { uuid } = request.identity;
  const before = await observeRun(world, uuid);
  if (before.kind === 'found') return { kind: 'started', run: before.run };
  if (before.kind === 'cannot-tell') return { kind: 'unknown', why: before.why };
  if (signal.aborted) return failed('It was stopped before anything was started.');
  const launch = await prepared(world, request);
  if ('kind' in launch) return launch;
  const folder = before.next;
  const isOurs = await claimed(world, request, folder);
  if (typeof isOurs !== 'boolean') return isOurs;
  if (!isOurs) return awaited(world, uuid, signal);
  try {
    if (launch.promptOnStdin) await writePrompt(world, folder, request.prompt);
    await startRunner(world, world.files.absolute(folder), launch);
  } catch (error) {
    const runner = { isWithdrawn: true, at: world.clock.now() };
    await writeRecord(world.files, `${folder}/${runFile.runner}`, runner);
    return failed(`The runner could not be started: ${reasonOf(error)}`);
  }
  return awaited(world, uuid, signal);
}

/** The folder is ours alone, so words that lie there already are nobody's who may say what a worker does. */
async function writePrompt(world: ProcessWorld, folder: string, prompt: string): Promise<void> {
  const path = `${folder}/${runFile.prompt}`;
  if (!(await world.files.create(path, prompt))) throw new Error(`${path} was there already`);
}

/** Everything that can go wrong without having started anything does so here. */
async function prepared(
  world: ProcessWorld,
  request: SpawnRequest,
): Promise<Launch | (SpawnOutcome & { readonly kind: 'failed' })> {
  const { config, environment } = world;
  const preset = presetOf(config.preset);
  const name = config.command ?? preset.program;
  if (name === undefined) return failed('No program is set.', preset.remedy);
  const workspace = dirname(world.files.absolute('x'));
  const program = await findProgram(name, {
    environment: { ...environment, ...config.env },
    workspace,
  });
  if (program.kind === 'missing') return failed(`${program.why}.`, preset.remedy);
  const isFolder = await stat(request.cwd).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
  if (!isFolder)
    return failed(`There is no folder ${request.cwd}.`, "Correct the task's project directory.");
  const words = launchWords(preset, config, request);
  if (words.kind === 'impossible') return failed(words.why, words.remedy);
  return {
    command: program.command,
    args: [...program.before, ...words.args],
    cwd: request.cwd,
    promptOnStdin: words.promptOnStdin,
    runTimeoutMs: request.runTimeoutMs,
    graceMs,
  };
}

/** Whether the start is ours to do; why nothing can be started, when the disk does not take the claim. */
async function claimed(
  world: ProcessWorld,
  request: SpawnRequest,
  folder: string,
): Promise<boolean | SpawnOutcome> {
  try {
    return await world.files.create(`${folder}/${runFile.run}`, await claimText(world, request));
  } catch (error) {
    const isThere = (await observeRun(world, request.identity.uuid)).kind !== 'absent';
    if (isThere) return { kind: 'unknown', why: reasonOf(error) };
    const remedy = `Make ${world.runs} a folder that can be written.`;
    return failed(`The run could not be written down: ${reasonOf(error)}`, remedy);
  }
}

async function claimText(world: ProcessWorld, request: SpawnRequest): Promise<string> {
  const { host, pid } = world.actor;
  const claim: RunClaim = {
    attemptId: request.identity.attemptId,
    preset: world.config.preset,
    model: request.model,
    at: world.clock.now(),
    host,
    owner: { pid, startMark: await world.processes.startMark(pid) },
  };
  return `${JSON.stringify(claim)}\n`;
}

/** Resolves when the runner has been told what to start; rejects when there is no runner. */
function startRunner(world: ProcessWorld, folder: string, launch: Launch): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [world.runnerPath, folder], {
      cwd: dirname(world.runnerPath),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      // In an editor this program is Electron. Settings' additions travel here: nothing of them is written down.
      env: { ...world.environment, ...world.config.env, ELECTRON_RUN_AS_NODE: '1' },
      windowsHide: true,
    });
    child.once('error', reject);
    child.stdin.on('error', () => undefined);
    child.once('spawn', () => {
      child.stdin.end(JSON.stringify(launch), () => resolve());
      child.stdin.once('error', () => resolve());
      child.unref();
    });
  });
}

/** Waits until the worker runs, has ended or provably never started. */
async function awaited(
  world: ProcessWorld,
  uuid: string,
  signal: AbortSignal,
): Promise<SpawnOutcome> {
  const until = world.clock.now() + startingMs;
  for (;;) {
    const seen = await observeRun(world, uuid);
    const outcome = outcomeOf(seen);
    if (outcome !== undefined) return outcome;
    if (signal.aborted) return { kind: 'unknown', why: 'It was stopped while it was starting.' };
    if (world.clock.now() >= until)
      return { kind: 'unknown', why: 'The worker has not said that it runs.' };
    await world.clock.wait(stepMs, signal);
  }
}

function outcomeOf(seen: Observation): SpawnOutcome | undefined {
  if (seen.kind === 'cannot-tell') return { kind: 'unknown', why: seen.why };
  if (seen.kind === 'absent') return failed(seen.why ?? 'Nothing was started.');
  return seen.run.state === 'starting' ? undefined : { kind: 'started', run: seen.run };
}

function failed(why: string, remedy?: string): SpawnOutcome & { readonly kind: 'failed' } {
  return { kind: 'failed', why, remedy };
}
