/** The dependency graph over all queues of the workspace. Holds no positions: prose edits leave it untouched. */
import type { Resolution } from '../index/resolution';
import type { TaskKey } from '../model/taskKey';

/** How far a dependency is fulfilled: by a done task, by a claim only, or not at all. */
export type Fulfilment = 'met' | 'soft' | 'unmet' | 'unknown';

/** One reference of one declaration, resolved. */
export interface Dependency {
  readonly from: TaskKey;
  /** Index into the `declarations` of the queue that `from` stands in. */
  readonly declaration: number;
  /** Index into that declaration's `references`. */
  readonly reference: number;
  readonly resolution: Resolution;
  /** `unknown` for free text, unresolved and ambiguous references, and where only a gap keeps it from being met. */
  readonly fulfilment: Fulfilment;
  /** The tasks that keep it from being met; empty when met or unknown. */
  readonly open: readonly TaskKey[];
  /** Only for alternatives: the same number for those of one declaration of which one is enough. */
  readonly choice?: number;
}

/** A strongly connected set of tasks, shown as one shortest ring through its first member. */
export interface Cycle {
  /** Every task of the component, in file order. */
  readonly members: readonly TaskKey[];
  /** A shortest ring, starting with the first member; the last one depends on the first. A self-reference has one. */
  readonly ring: readonly TaskKey[];
}

export interface DependencyGraph {
  readonly dependencies: readonly Dependency[];
  /** The dependencies of each task; no entry for a task without any. */
  readonly byTask: ReadonlyMap<TaskKey, readonly Dependency[]>;
  /** Tasks that wait for the key, each once, in file order. */
  readonly dependents: ReadonlyMap<TaskKey, readonly TaskKey[]>;
  readonly cycles: readonly Cycle[];
}
