/** What the dependency graph shows of one queue: complete, plain, serialisable; never a delta. Made by `lsp/toGraphSnapshot`. */
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
  readonly errors: number;
  readonly warnings: number;
  readonly drift: string | undefined;
  readonly noLifeSign: string | undefined;
  readonly lastSignMinutes: number | undefined;
  /** How many open tasks it keeps waiting, directly or not. */
  readonly blocks: number;
  /** How many tasks it still waits for, directly or not. */
  readonly waitsFor: number;
  /** Steps that it can be late without anybody noticing; absent for closed ones and on cycles. */
  readonly slack: number | undefined;
  readonly isCritical: boolean;
  /** The wave that it is planned for, from 0 for what runs now; absent for closed ones and for what never becomes ready. */
  readonly wave: number | undefined;
  /** From another queue: shown because something here waits for it. */
  readonly isForeign: boolean;
}

export interface GraphEdgeView {
  /** The task that waits. */
  readonly from: string;
  /** The task that is waited for, or the parent. */
  readonly to: string;
  /** `phase`: comes from waiting for a whole phase or group. */
  readonly kind: 'dependency' | 'phase' | 'parent';
  readonly fulfilment: 'met' | 'soft' | 'unmet';
  readonly isInCycle: boolean;
  /** Both ends on the critical path, one after the other. */
  readonly isCritical: boolean;
}

/** A phase, or a group of the outline where the queue has no phases; the last lane takes the rest. */
export interface GraphLaneView {
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
  /** In file order. */
  readonly tasks: readonly GraphTaskView[];
  readonly edges: readonly GraphEdgeView[];
  readonly lanes: readonly GraphLaneView[];
  readonly cycles: readonly GraphCycleView[];
  /** Keys by wave; the first runs now. */
  readonly waves: readonly (readonly string[])[];
  readonly waterfall: readonly PlannedBarView[];
  /** The longest chain of open tasks, first to last. */
  readonly criticalPath: readonly string[];
}
