/** What the dependency graph shows of one queue: complete, plain, serialisable; never a delta. Made by `views/toGraphSnapshot`. */
import type { RangeView, SlotsView, StatusView } from './snapshot';

/** One task, whatever it is drawn as. */
export interface GraphTaskView {
  /** As in the tree's snapshot. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly status: StatusView;
  /** Key of its lane. */
  readonly lane: string;
  /** The manager, story or epic that it belongs to, when that stands in the same graph. */
  readonly parent: string | undefined;
  readonly isManager: boolean;
  readonly ready: boolean;
  /** Why it cannot start, a sentence each; empty when ready, running or closed. */
  readonly notReady: readonly string[];
  readonly model: string | undefined;
  readonly priority: string | undefined;
  readonly worker: string | undefined;
  /** The declaring line, in the graph's queue or in another one. */
  readonly uri: string;
  readonly range: RangeView;
  readonly repeats?: readonly RangeView[];
  readonly errors: number;
  readonly warnings: number;
  readonly drift: string | undefined;
  readonly noLifeSign: string | undefined;
  readonly lastSignMinutes: number | undefined;
  /** Of the worker that was started from here: it holds the task, or the queue does not know of its end yet. */
  readonly live?: LiveWorkerView;
  /** How many open tasks it keeps waiting, directly or not. A manager counts by its open children. */
  readonly blocks: number;
  /** How many tasks it still waits for, directly or not, counted alike. */
  readonly waitsFor: number;
  /** Steps that it can be late without anybody noticing; absent for closed ones and on cycles. */
  readonly slack: number | undefined;
  /** No slack, in a plan of more than one step: on a longest chain, not only on the one that `criticalPath` shows. */
  readonly isCritical: boolean;
  /**
   * The step that it is planned for: 0 for what runs now and for what can start now in a free slot. Absent for what is
   * closed or claimed, takes no slot (managers), or never becomes ready as things stand.
   */
  readonly wave: number | undefined;
  /** From another queue: shown because something here waits for it. */
  readonly isForeign: boolean;
}

export interface LiveWorkerView {
  /** How it is, such as `running`. */
  readonly word: string;
  /** Why a person should look, in a sentence. */
  readonly needsYou: string | undefined;
}

export interface GraphEdgeView {
  /** The task that waits. */
  readonly from: string;
  /**
   * The task that is waited for, or the parent. With `phase` it may be the key of a **lane**: who waits for a group of
   * more than a few last tasks is drawn to the lane that they stand in, so that edges stay few (one for each lane).
   */
  readonly to: string;
  /** `phase`: comes from waiting for a whole phase or group. */
  readonly kind: 'dependency' | 'phase' | 'parent';
  readonly fulfilment: 'met' | 'soft' | 'unmet';
  readonly isInCycle: boolean;
  /** Both ends on the critical path, one after the other. */
  readonly isCritical: boolean;
}

/**
 * A phase, or a group of the outline where the queue has no phases. Other queues that are waited for come first, a lane
 * each; the last lane takes the rest. No lane is empty.
 */
export interface GraphLaneView {
  /** Never equal to a task's key. */
  readonly key: string;
  readonly title: string;
  readonly range: RangeView | undefined;
  readonly done: number;
  readonly total: number;
}

export interface GraphCycleView {
  /** Each waits for the next, the last for the first. */
  readonly ring: readonly string[];
  /** The edge whose removal breaks the most and costs the least. */
  readonly cut: { readonly from: string; readonly to: string };
}

/** One bar of the waterfall: a task in a slot, in steps of the plan (a step is the median time of a task, where known). */
export interface PlannedBarView {
  readonly key: string;
  /** From 0; below `slots.max` unless it runs above the limit already. */
  readonly slot: number;
  readonly start: number;
  readonly end: number;
}

export interface GraphSnapshot {
  readonly revision: number;
  readonly queueUri: string;
  readonly queueName: string;
  readonly slots: SlotsView;
  /** In file order; those of other queues behind them. */
  readonly tasks: readonly GraphTaskView[];
  readonly edges: readonly GraphEdgeView[];
  readonly lanes: readonly GraphLaneView[];
  readonly cycles: readonly GraphCycleView[];
  /** Keys by wave, tasks of this queue; the first is now: what runs, and what can start in the free slots. */
  readonly waves: readonly (readonly string[])[];
  readonly waterfall: readonly PlannedBarView[];
  /** A longest chain of open tasks, first to last, managers in between included; empty when nothing waits for anything. */
  readonly criticalPath: readonly string[];
}
