/** The words of the query language, and what each of them means. */
import type { QueryFacts } from './queryFacts';

const closed: readonly string[] = ['validated', 'complete', 'cancelled'];

/** Words for a status: the canonical ones, and some for several. */
export const statusWords = {
  ready: { means: 'can start now', test: (t) => t.ready },
  running: { means: 'is in progress', test: (t) => t.status === 'in-progress' },
  open: { means: 'is still to be done', test: (t) => !closed.includes(t.status) },
  done: {
    means: 'is complete or validated',
    test: (t) => t.status === 'complete' || t.status === 'validated',
  },
  stuck: {
    means: 'is blocked, failed or of unknown status',
    test: (t) => ['blocked', 'failed', 'unknown'].includes(t.status),
  },
  pending: canonical('pending'),
  'in-progress': canonical('in-progress'),
  'needs-validation': canonical('needs-validation'),
  'self-validated': canonical('self-validated'),
  validated: canonical('validated'),
  complete: canonical('complete'),
  blocked: canonical('blocked'),
  failed: canonical('failed'),
  cancelled: canonical('cancelled'),
  unknown: { means: 'has no status that can be read', test: (t) => t.status === 'unknown' },
} as const satisfies Readonly<Record<string, Word>>;

interface Word {
  /** Behind "it". */
  readonly means: string;
  readonly test: (task: QueryFacts) => boolean;
}

export type StatusWord = keyof typeof statusWords;

/** Words behind `is:`. */
export const flags = {
  critical: { means: 'is on a longest chain', test: (t) => t.isCritical },
  cycle: { means: 'stands in a ring', test: (t) => t.isInCycle },
  manager: { means: 'coordinates other tasks', test: (t) => t.isManager },
  foreign: { means: 'stands in another queue', test: (t) => t.isForeign },
  error: { means: 'has errors', test: (t) => t.errors > 0 },
  warning: { means: 'has warnings', test: (t) => t.warnings > 0 },
  drift: { means: 'is contradicted by its progress file', test: (t) => t.hasDrift },
  silent: { means: 'shows no sign of life', test: (t) => t.isSilent },
} as const satisfies Readonly<Record<string, Word>>;

export type FlagName = keyof typeof flags;

/** Fields of words, with their names for people. */
export const textFields = {
  id: { means: 'the id', of: (t) => t.id },
  title: { means: 'the title', of: (t) => t.title },
  model: { means: 'the model', of: (t) => t.model },
  phase: { means: 'the phase', of: (t) => t.phase },
  worker: { means: 'the worker', of: (t) => t.worker },
} as const satisfies Readonly<
  Record<string, { means: string; of: (task: QueryFacts) => string | undefined }>
>;

export type TextField = keyof typeof textFields;

/** Fields of numbers, with the word for what is counted. */
export const numberFields = {
  blocks: { means: 'the number of tasks it keeps waiting', of: (t) => t.blocks },
  waits: { means: 'the number of tasks it waits for', of: (t) => t.waits },
  slack: { means: 'the number of steps it may be late', of: (t) => t.slack },
  wave: { means: 'the wave it is planned for', of: (t) => t.wave },
} as const satisfies Readonly<
  Record<string, { means: string; of: (task: QueryFacts) => number | undefined }>
>;

export type NumberField = keyof typeof numberFields;

/** Every name that may stand before a colon, with what it asks. */
export const fieldNames: Readonly<Record<string, string>> = {
  status: 'ready, running, open, done, stuck, or one status',
  is: 'critical, cycle, manager, foreign, error, warning, drift, silent',
  priority: 'P0, P1, high, …; also with < <= > >=',
  ...Object.fromEntries(Object.entries(textFields).map(([name, { means }]) => [name, means])),
  ...Object.fromEntries(Object.entries(numberFields).map(([name, { means }]) => [name, means])),
};

/** Whether a record has the name itself, not from its prototype. */
export function isNameIn<T extends object>(name: string, record: T): name is keyof T & string {
  return Object.hasOwn(record, name);
}

function canonical(status: string): Word {
  return { means: `is ${status}`, test: (task) => task.status === status };
}
