/**
 * What the plan computes with: numbered nodes, and for each the nodes that it waits for. Small and plain, so that every
 * algorithm over it can be compared with the simplest one on all small graphs.
 */

/** How a node gets done. */
export type PlanKind =
  /** Takes a slot for one step, once everything it waits for is done. */
  | 'work'
  /** Takes a slot now, whatever it waits for. */
  | 'running'
  /** The work is done, somebody looks at it: one step without a slot. */
  | 'claimed'
  /** Takes no slot: done as soon as everything it waits for is; a step later than now where it waits for nothing. */
  | 'manager'
  /** No task, but a phase or range that several wait for: done as soon as its members are. */
  | 'gate'
  /** Never done without somebody stepping in: failed, cancelled, waiting for what is not declared, … */
  | 'stuck';

export interface PlanNode {
  readonly kind: PlanKind;
  /** Number of the queue, from 0. */
  readonly queue: number;
  /** From 0, the most urgent first. */
  readonly priority: number;
  /** What it waits for, each once. */
  readonly targets: readonly number[];
  /** Counts in impacts, and as a step of a chain. Not so gates, and managers that stand for their open children. */
  readonly counts: boolean;
  /** Still to be done; not so a cancelled task that somebody waits for. */
  readonly isOpen: boolean;
}

/** Nodes in file order, gates behind the tasks. */
export interface PlanGraph {
  readonly nodes: readonly PlanNode[];
  /** Who waits for each node. */
  readonly sources: readonly (readonly number[])[];
  /** Slots of each queue. */
  readonly slots: readonly number[];
}

/** Completes nodes to a graph. */
export function planGraphOf(nodes: readonly PlanNode[], slots: readonly number[]): PlanGraph {
  const sources: number[][] = nodes.map(() => []);
  nodes.forEach(({ targets }, at) => {
    for (const target of targets) sources[target]?.push(at);
  });
  return { nodes, sources, slots };
}
