/** The settings that change what the core computes. Defaults are the design index's. */
import { defaultLifecycle, type Lifecycle } from './lifecycle/lifecycle';

export interface CoreOptions {
  /** Slots assumed for planning where a queue declares none. */
  readonly defaultSlots: number;
  /** What the life-cycle calls soft (self-validated, needs-validation) meets a dependency, too. */
  readonly softDoneMeetsDependency: boolean;
  /** Which status follows which, and what counts as done. */
  readonly lifecycle: Lifecycle;
  /** In-progress longer than this many hours is stale. */
  readonly staleInProgressHours: number;
  /** A task in progress without a sign of life for this long has nobody working on it. */
  readonly noLifeSignMinutes: number;
  /** A worker that has not moved for this long after its start was dead at birth. */
  readonly proofOfLifeMinutes: number;
  /** How long a queue may stand unchanged before free slots beside ready tasks are worth a word; 0 at the command line. */
  readonly idleGraceMinutes: number;
  /** A claim that waits for its validation for longer is overdue. */
  readonly validationOverdueHours: number;
  readonly models: ModelRegistry;
  /** Zone of times written without one, in minutes east of UTC; `undefined` when not known. */
  readonly localOffsetMinutes: number | undefined;
  /** Above this many UTF-16 units, or this many lines, only a line index is kept. */
  readonly maxTextLength: number;
  readonly maxLines: number;
}

/** Which models workers may be given. */
export interface ModelRegistry {
  /** Short names and the ids they stand for. As long as a person has named none, any id that looks like one is known. */
  readonly known: Readonly<Record<string, string>>;
  /** Names and ids that must not be used. */
  readonly denied: readonly string[];
}

export const defaultOptions: CoreOptions = {
  defaultSlots: 2,
  softDoneMeetsDependency: false,
  lifecycle: defaultLifecycle,
  staleInProgressHours: 6,
  noLifeSignMinutes: 30,
  proofOfLifeMinutes: 5,
  idleGraceMinutes: 15,
  validationOverdueHours: 4,
  models: { known: {}, denied: [] },
  localOffsetMinutes: undefined,
  maxTextLength: 2 * 1024 * 1024,
  maxLines: 100_000,
};
