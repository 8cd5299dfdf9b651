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
  workers: { noLifeSignMinutes: 30, proofOfLifeMinutes: 5 },
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
