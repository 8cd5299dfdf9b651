/** How a run is, from what stands in its folder and which processes live. */
import type { Run, RunState } from '../../backend';
import type { ProcessMark } from '../../node/stopProcess';
import type { ProcessConfig } from '../../workersConfig';
import type { WorkerPorts } from '../../workerPorts';
import type { AgentPreset } from '../presets/agentPreset';
import { presetOf } from '../presets/presetOf';
import { type OutputFacts, oneLine, readOutput } from '../presets/readOutput';
import { type Tail, readTail } from './readTail';
import type { Fields } from '../fields';
import { readRecord, recordOf, writeRecord } from '../recordFile';
import {
  agentIn,
  type AgentRecord,
  claimIn,
  exitIn,
  type ExitRecord,
  type RunClaim,
  runFile,
  runnerIn,
  type RunnerRecord,
} from './runFolder';
import { stateOfRun } from './stateOfRun';

export interface ProcessWorld extends Pick<WorkerPorts, 'files' | 'clock' | 'processes' | 'actor'> {
  /** Where the runs stand, relative to the workspace's folder. */
  readonly runs: string;
  readonly config: ProcessConfig;
  /** Absolute path of dist/runner.js. */
  readonly runnerPath: string;
  /** What workers inherit. */
  readonly environment: NodeJS.ProcessEnv;
}

export type Observation =
  /** Nothing was started, and nothing is about to be. */
  | {
      readonly kind: 'absent';
      /** Why the last try came to nothing; nothing when there was none. */
      readonly why: string | undefined;
      /** Where the next try belongs: whoever creates its claim may start it. */
      readonly next: string;
    }
  | { readonly kind: 'cannot-tell'; readonly why: string }
  | FoundRun;

export interface FoundRun {
  readonly kind: 'found';
  readonly run: Run;
  /** Relative to the workspace's folder. */
  readonly folder: string;
  readonly claim: RunClaim;
  readonly runner: RunnerRecord | undefined;
  readonly agent: AgentRecord | undefined;
  readonly output: OutputFacts;
}

/**
 * The attempt's one worker, or word that there is none. A try that came to nothing stays where it is for good, so that
 * a runner of it that comes late still finds that it may not start; the next one has a folder of its own. Throws when
 * the disk does.
 */
export async function observeRun(world: ProcessWorld, uuid: string): Promise<Observation> {
  let why: string | undefined;
  for (let number = 1; ; number++) {
    const folder = `${world.runs}/${uuid}/${number}`;
    const seen = await observeTry(world, uuid, folder);
    if (seen === undefined) return { kind: 'absent', why, next: folder };
    if (seen.kind !== 'nothing') return seen;
    why = seen.why;
  }
}

type Try =
  | FoundRun
  | { readonly kind: 'cannot-tell'; readonly why: string }
  | { readonly kind: 'nothing'; readonly why: string };

async function observeTry(
  world: ProcessWorld,
  uuid: string,
  folder: string,
): Promise<Try | undefined> {
  const place = (name: string) => `${folder}/${name}`;
  const read = <T>(name: string, shape: (fields: Fields) => T | undefined) =>
    readRecord(world.files, place(name), shape);
  const claimed = await read(runFile.run, claimIn);
  if (claimed.kind === 'none') return undefined;
  const begun = await read(runFile.runner, runnerIn);
  if (claimed.kind === 'damaged') return { kind: 'cannot-tell', why: claimed.why };
  if (begun.kind === 'damaged') return { kind: 'cannot-tell', why: begun.why };
  const claim = claimed.record;
  const runner = recordOf(begun);
  if (runner === undefined && (await isGone(world, claim.host, claim.owner))) {
    // Nobody will start the runner, or it is on its way: creating the file decides, for it and for us.
    const at = world.clock.now();
    await writeRecord(world.files, place(runFile.runner), { isWithdrawn: true, at });
    return observeTry(world, uuid, folder);
  }
  // The worker's process first, then its end: in the other order both could be missed.
  const working = await read(runFile.agent, agentIn);
  const agent = recordOf(working);
  const [isRunnerAlive, isAgentAlive] = [
    await isAlive(world, claim.host, runner),
    await isAlive(world, claim.host, agent),
  ];
  const ended = await read(runFile.exit, exitIn);
  if (working.kind === 'damaged') return { kind: 'cannot-tell', why: working.why };
  if (ended.kind === 'damaged') return { kind: 'cannot-tell', why: ended.why };
  const exit = recordOf(ended);
  const isCancelled = (await world.files.read(place(runFile.cancel))) !== undefined;
  const nothing = isCancelled ? undefined : cameToNothing(runner, exit);
  if (nothing !== undefined) return { kind: 'nothing', why: nothing };
  const preset = presetOf(claim.preset);
  const tail = await readTail(world.files.absolute(place(runFile.output)));
  const output = readOutput(tail?.text ?? '', preset, tail?.isWhole ?? true);
  const errors = await readTail(world.files.absolute(place(runFile.errors)));
  const state = stateOfRun({
    ...{ preset, runner, agent, exit, output, isRunnerAlive, isAgentAlive, isCancelled },
    silentMs: tail === undefined ? 0 : world.clock.now() - tail.modifiedAt,
  });
  if (state === undefined) {
    const why = 'the process that looked after the worker is gone, and nobody knows its worker';
    return { kind: 'cannot-tell', why };
  }
  const run = runOf({ uuid, claim, preset, agent, exit, output, tail, errors, state });
  return { kind: 'found', run, folder, claim, runner, agent, output };
}

function cameToNothing(
  runner: RunnerRecord | undefined,
  exit: ExitRecord | undefined,
): string | undefined {
  if (exit?.how === 'not-started')
    return `The system did not start the program: ${exit.error ?? 'no reason given'}`;
  if (runner?.isWithdrawn !== true) return undefined;
  return 'Whoever wanted to start the worker ended before doing so.';
}

/** Nothing when it cannot be told: asked of another machine, or by a system that does not say. */
async function isAlive(
  { actor, processes }: ProcessWorld,
  host: string,
  mark: Partial<ProcessMark> | undefined,
): Promise<boolean | undefined> {
  if (mark?.pid === undefined) return false;
  if (host !== actor.host) return undefined;
  return processes.isAlive(mark.pid, mark.startMark);
}

async function isGone(world: ProcessWorld, host: string, mark: ProcessMark): Promise<boolean> {
  return (await isAlive(world, host, mark)) === false;
}

interface Parts {
  readonly uuid: string;
  readonly claim: RunClaim;
  readonly preset: AgentPreset;
  readonly agent: AgentRecord | undefined;
  readonly exit: ExitRecord | undefined;
  readonly output: OutputFacts;
  readonly tail: Tail | undefined;
  readonly errors: Tail | undefined;
  readonly state: RunState;
}

function runOf({ uuid, claim, preset, agent, exit, output, tail, errors, state }: Parts): Run {
  const signs = [tail?.modifiedAt, errors?.modifiedAt, exit?.at].filter((at) => at !== undefined);
  const isBad = state === 'failed' || state === 'lost';
  const trouble = isBad ? oneLine(errors?.text) : undefined;
  return {
    attemptId: claim.attemptId,
    backend: 'process',
    state,
    sessionKey: output.sessionId ?? (preset.takesSessionId ? uuid : undefined),
    startedAt: agent?.at,
    endedAt: exit?.at ?? (isBad || state === 'succeeded' ? tail?.modifiedAt : undefined),
    lastSignAt: signs.length === 0 ? undefined : Math.max(...signs),
    lastLine:
      output.ended?.text === undefined
        ? (exit?.error ?? trouble ?? output.lastLine ?? endLine(exit))
        : output.lastLine,
    tokens: output.tokens,
    model: output.model ?? claim.model,
  };
}

function endLine(exit: ExitRecord | undefined): string | undefined {
  if (exit === undefined || exit.how !== 'exited') return undefined;
  return exit.signal === null
    ? `It ended with exit code ${exit.code}.`
    : `It was killed by ${exit.signal}.`;
}
