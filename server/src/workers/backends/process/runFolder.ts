/**
 * What stands in the folder of one try to start a run. Each file is written once, whole, and never changed, so that whoever looks sees
 * how far things have come; only the worker's own output grows.
 */
import type { ProcessMark } from '../../node/stopProcess';
import { type Fields, timeOf } from '../fields';
import { isTextOrAbsent, markIn } from '../recordFile';

export const runFile = {
  /** The claim: who asked for what. Whoever creates it may start the runner. */
  run: 'run.json',
  /** The words for a worker that reads them from its standard input. */
  prompt: 'prompt.txt',
  /** The runner, which alone may start the worker; or word that none may any more. Creating it decides which. */
  runner: 'runner.json',
  /** The worker's process. */
  agent: 'agent.json',
  output: 'out.jsonl',
  errors: 'err.log',
  /** A person wants it to stop. */
  cancel: 'cancel.json',
  exit: 'exit.json',
} as const;

export interface RunClaim {
  readonly attemptId: string;
  readonly preset: string;
  readonly model: string | undefined;
  /** Ms since the epoch. */
  readonly at: number;
  readonly host: string;
  readonly owner: ProcessMark;
}

/** The runner, or `isWithdrawn`: there is none, and there will be none. */
export interface RunnerRecord extends Partial<ProcessMark> {
  readonly isWithdrawn?: boolean;
  readonly at: number;
}

export interface AgentRecord extends ProcessMark {
  readonly at: number;
}

/** `not-started`: the system refused to start the program, so nothing ran. */
const exitKinds = ['exited', 'cancelled', 'timed-out', 'not-started'] as const;

export interface ExitRecord {
  readonly how: (typeof exitKinds)[number];
  readonly code: number | null;
  readonly signal: string | null;
  readonly error: string | undefined;
  readonly at: number;
}

/** What a host hands to the runner through its standard input: nothing of it is written down. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Whether the worker reads its words from `prompt.txt` instead of an argument. */
  readonly promptOnStdin: boolean;
  readonly runTimeoutMs: number | undefined;
  /** How long the worker has after it was asked to stop, before it is killed. */
  readonly graceMs: number;
}

/** Who asked for what; nothing where the file holds something else. */
export function claimIn(fields: Fields): RunClaim | undefined {
  const { attemptId, preset, model, host } = fields;
  const at = timeOf(fields['at']);
  const owner = markIn(fields['owner']);
  return typeof attemptId === 'string' &&
    typeof preset === 'string' &&
    isTextOrAbsent(model) &&
    typeof host === 'string' &&
    at !== undefined &&
    owner !== undefined
    ? { attemptId, preset, model, at, host, owner }
    : undefined;
}

/** The runner, or word that there is none; nothing where the file holds something else. */
export function runnerIn(fields: Fields): RunnerRecord | undefined {
  const at = timeOf(fields['at']);
  const mark = markIn(fields);
  if (at === undefined) return undefined;
  if (fields['isWithdrawn'] === true) return { isWithdrawn: true, at };
  return mark && { ...mark, at };
}

/** The worker's process; nothing where the file holds something else. */
export function agentIn(fields: Fields): AgentRecord | undefined {
  const at = timeOf(fields['at']);
  const mark = markIn(fields);
  return mark && at !== undefined ? { ...mark, at } : undefined;
}

/** How it ended; nothing where the file holds something else. */
export function exitIn(fields: Fields): ExitRecord | undefined {
  const { code, signal, error } = fields;
  const how = exitKinds.find((kind) => kind === fields['how']);
  const at = timeOf(fields['at']);
  return how !== undefined &&
    (code === null || typeof code === 'number') &&
    (signal === null || typeof signal === 'string') &&
    isTextOrAbsent(error) &&
    at !== undefined
    ? { how, code, signal, error, at }
    : undefined;
}
