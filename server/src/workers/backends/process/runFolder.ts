/**
 * What stands in the folder of one try to start a run. Each file is written once, whole, and never changed, so that whoever looks sees
 * how far things have come; only the worker's own output grows.
 */
import { readJsonObject } from '../../../core/runs/readJsonObject';
import type { ProcessMark } from '../../node/stopProcess';
import type { WorkerFiles } from '../../workerPorts';

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

export interface ExitRecord {
  /** `not-started`: the system refused to start the program, so nothing ran. */
  readonly how: 'exited' | 'cancelled' | 'timed-out' | 'not-started';
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

/**
 * A record of the folder; nothing when it is not there. The files appear whole and are written by us alone, so what
 * cannot be read is a damage: it throws.
 */
export async function readRecord<T>(files: WorkerFiles, path: string): Promise<T | undefined> {
  const text = await files.read(path);
  if (text === undefined) return undefined;
  const reading = readJsonObject(text);
  if (reading.kind !== 'object') throw new Error(`${path} is damaged: ${reading.why}`);
  return reading.value as T;
}

/** True when this call wrote it; false when it was there. */
export function writeRecord(files: WorkerFiles, path: string, record: object): Promise<boolean> {
  return files.create(path, `${JSON.stringify(record)}\n`);
}
