/** How workers are to be run, as settings, environment and flags say together; whoever makes one vouches for it. */
import type { BackendId } from './backend';

export type ProcessPreset = 'claude' | 'codex' | 'gemini' | 'copilot' | 'custom';

export interface WorkersConfig {
  /** `auto`: the first that answers, in the order openclaw, process, queue. */
  readonly backend: BackendId | 'auto';
  /** How many may run at once, 1 to 20; a lower limit that the queue declares wins. */
  readonly maxConcurrent: number;
  /** A worker that shows no sign of life for that long after its start needs a person. */
  readonly startGraceSeconds: number;
  /** How long a run may take; 0: as long as it wants. */
  readonly runTimeoutMinutes: number;
  /** What a name in the queue's Model field is called by the back end, such as Sonnet → sonnet; others go as they are. */
  readonly models: Readonly<Record<string, string>>;
  /** The words for the worker with `${name}` placeholders; absent: the template that comes with the product. */
  readonly promptTemplate: string | undefined;
  readonly openclaw: OpenclawConfig;
  readonly process: ProcessConfig;
  readonly queue: QueueConfig;
  readonly acp: AcpConfig;
}

export interface OpenclawConfig {
  /** `ws://` on this machine, `wss://` elsewhere. */
  readonly url: string;
  readonly agentId: string;
  readonly requestTimeoutSeconds: number;
}

export interface ProcessConfig {
  readonly preset: ProcessPreset;
  /** The program; absent: the one that the preset is named for, as PATH has it. Needed for `custom`. */
  readonly command: string | undefined;
  /** In place of the preset's arguments, one argument each, never through a shell; absent: the preset's. */
  readonly args: readonly string[] | undefined;
  /** Added to the environment of the worker. */
  readonly env: Readonly<Record<string, string>>;
  /** What the worker may do without asking; the modes that bypass every question are not offered. */
  readonly permissionMode: 'acceptEdits' | 'plan' | 'default';
}

export interface QueueConfig {
  /** Relative to the workspace's folder, with `/`; ledger and leases stand below it, too. */
  readonly folder: string;
}

export interface AcpConfig {
  /** The program of an agent that speaks the Agent Client Protocol; absent: this back end is not set up. */
  readonly command: string | undefined;
  readonly args: readonly string[];
}

/** The part that back ends and records are made from; an engine that is open keeps it. */
export function setupOf({ openclaw, process, queue, acp }: WorkersConfig): WorkersSetup {
  return { openclaw, process, queue, acp };
}

export type WorkersSetup = Pick<WorkersConfig, 'openclaw' | 'process' | 'queue' | 'acp'>;

/** Secrets by name, such as the token of a gateway; nothing where none is kept. Values are never written anywhere. */
export interface WorkerSecrets {
  /** The token that belongs to this very URL. */
  openclawToken(url: string): Promise<string | undefined>;
}

export const defaultWorkersConfig: WorkersConfig = {
  backend: 'auto',
  maxConcurrent: 2,
  startGraceSeconds: 120,
  runTimeoutMinutes: 0,
  models: { Opus: 'opus', Sonnet: 'sonnet', Haiku: 'haiku' },
  promptTemplate: undefined,
  openclaw: { url: 'ws://127.0.0.1:18789', agentId: 'main', requestTimeoutSeconds: 15 },
  process: {
    preset: 'claude',
    command: undefined,
    args: undefined,
    env: {},
    permissionMode: 'acceptEdits',
  },
  queue: { folder: 'scheduler/spawn-queue' },
  acp: { command: undefined, args: [] },
};
