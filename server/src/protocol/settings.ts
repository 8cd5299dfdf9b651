/** The settings as the server reads them, section `proactiveJobs`; `package.json` holds the same defaults. */

export type SeveritySetting = 'default' | 'off' | 'hint' | 'information' | 'warning' | 'error';

export interface Settings {
  readonly queue: {
    /** Globs of queue files, relative to the workspace folder. */
    readonly files: readonly string[];
    readonly exclude: readonly string[];
  };
  readonly slots: { readonly default: number };
  readonly dependencies: { readonly softDoneMeets: boolean };
  readonly stale: { readonly inProgressHours: number };
  readonly workers: {
    /** A task in progress without a sign of life for that long has nobody working on it. */
    readonly noLifeSignMinutes: number;
    /** A worker that does nothing for that long after its start never lived. */
    readonly proofOfLifeMinutes: number;
    readonly backend: 'auto' | 'openclaw' | 'process' | 'queue' | 'acp';
    readonly maxConcurrent: number;
    readonly startGraceSeconds: number;
    /** 0: as long as it wants. */
    readonly runTimeoutMinutes: number;
    /** Name in the queue's Model field → name that the back end knows. */
    readonly models: Readonly<Record<string, string>>;
    /** Empty: the one that comes with the product. */
    readonly promptTemplate: string;
    readonly confirmSpawn: 'always' | 'firstPerWorkspace' | 'never';
  };
  readonly openclaw: {
    readonly url: string;
    readonly agentId: string;
    readonly requestTimeoutSeconds: number;
  };
  readonly process: {
    readonly preset: 'claude' | 'codex' | 'gemini' | 'copilot' | 'custom';
    /** Empty: the program that the preset is named for. */
    readonly command: string;
    /** `null`: those of the preset. */
    readonly args: readonly string[] | null;
    readonly env: Readonly<Record<string, string>>;
    readonly permissionMode: 'acceptEdits' | 'plan' | 'default';
  };
  readonly spawnQueue: {
    /** Relative to the workspace folder, inside of it. */
    readonly folder: string;
  };
  readonly acp: {
    /** Empty: not set up. */
    readonly command: string;
    readonly args: readonly string[];
  };
  /** Which lenses stand above the tasks of a queue. */
  readonly codeLens: {
    readonly spawn: boolean;
    readonly watch: boolean;
    readonly reason: boolean;
    readonly graph: boolean;
  };
  /** Whether the files beside the queues are read: progress, heartbeats, notes, messages. */
  readonly workspaceChecks: { readonly enabled: boolean };
  readonly validation: {
    /** A claim that waits for its validation for longer is overdue. */
    readonly overdueHours: number;
  };
  readonly lifecycle: {
    /** Which status follows which, and who may set it; none: the usual ones. */
    readonly transitions: readonly {
      readonly from: string;
      readonly to: string;
      readonly by: readonly string[];
    }[];
    /** What meets a dependency, and what is finished by the worker's word only. */
    readonly done: readonly string[];
    readonly soft: readonly string[];
  };
  /** Folder of each project's repository, by name: where claims are looked for. */
  readonly projects: Readonly<Record<string, string>>;
  readonly models: {
    /** Short names and the ids that they stand for; others are unknown as soon as one is named. */
    readonly known: Readonly<Record<string, string>>;
    readonly denied: readonly string[];
  };
  readonly time: { readonly zone: string };
  /** By rule code. */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
}

export const defaultSettings: Settings = {
  queue: {
    files: ['**/PROACTIVE-JOBS.md', '**/PROACTIVE-JOBS-*.md'],
    exclude: ['**/*TEMPLATE*', '**/node_modules/**', '**/.git/**'],
  },
  slots: { default: 2 },
  dependencies: { softDoneMeets: false },
  stale: { inProgressHours: 6 },
  workers: {
    noLifeSignMinutes: 30,
    proofOfLifeMinutes: 5,
    backend: 'auto',
    maxConcurrent: 2,
    startGraceSeconds: 120,
    runTimeoutMinutes: 0,
    models: { Opus: 'opus', Sonnet: 'sonnet', Haiku: 'haiku' },
    promptTemplate: '',
    confirmSpawn: 'firstPerWorkspace',
  },
  openclaw: { url: 'ws://127.0.0.1:18789', agentId: 'main', requestTimeoutSeconds: 15 },
  process: {
    preset: 'claude',
    command: '',
    args: null,
    env: {},
    permissionMode: 'acceptEdits',
  },
  spawnQueue: { folder: 'scheduler/spawn-queue' },
  acp: { command: '', args: [] },
  codeLens: { spawn: true, watch: true, reason: true, graph: true },
  workspaceChecks: { enabled: true },
  validation: { overdueHours: 4 },
  lifecycle: {
    transitions: [],
    done: ['complete', 'validated'],
    soft: ['self-validated', 'needs-validation'],
  },
  projects: {},
  models: { known: {}, denied: [] },
  time: { zone: 'local' },
  rules: {},
};

/**
 * Settings that name an executable, an argument, a gateway or an agent: only the user of this machine may set them.
 * `package.json` gives them the scope `machine`; the client hands on nothing that a workspace says of them.
 */
export const machineSettings = [
  'openclaw.url',
  'openclaw.agentId',
  'openclaw.requestTimeoutSeconds',
  'process.preset',
  'process.command',
  'process.args',
  'process.env',
  'process.permissionMode',
  'acp.command',
  'acp.args',
] as const;
