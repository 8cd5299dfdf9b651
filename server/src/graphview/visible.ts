/** What there is to draw of a queue's graph, once folds, focus and filter are settled. Plain data; no places yet. */
import type { GraphEdgeView, GraphTaskView } from '../protocol/graphSnapshot';
import type { StatusView } from '../protocol/snapshot';
import type { StatusFace } from './statusFace';

/** What the person at the graph wants to see of it. */
export interface GraphLook {
  /** Keys of the folded lanes and managers; `defaultFolds` says which ones to start with. */
  readonly folded: ReadonlySet<string>;
  /** Keys of the tasks that are looked at, all others are left out; undefined shows everything. */
  readonly focus: ReadonlySet<string> | undefined;
  /** Keys of the tasks that the query finds; undefined without a query. */
  readonly matches: ReadonlySet<string> | undefined;
  /** What becomes of tasks that the query does not find. */
  readonly showsOthers: 'dim' | 'hide';
}

interface NodeBase {
  /** Of the task, or of the folded lane. Unique among nodes and lanes. */
  readonly key: string;
  /** Key of the lane that it stands in. */
  readonly lane: string;
  readonly face: StatusFace;
  /** The query does not find it, nor anything folded into it. */
  readonly isDimmed: boolean;
  readonly isCritical: boolean;
  /** For a screen reader: "p2-1, in progress, waits for 2, blocks 5". */
  readonly spoken: string;
}

/** A task, with its parts beside it or without any. */
export interface VisibleTask extends NodeBase {
  readonly kind: 'task';
  readonly task: GraphTaskView;
  /** Something has it as its parent: it can be folded. */
  readonly canFold: boolean;
}

/** A manager that hides the tasks below it. */
export interface VisibleManager extends NodeBase {
  readonly kind: 'manager';
  readonly task: GraphTaskView;
  readonly rollUp: RollUp;
}

/** A lane that hides its tasks. */
export interface VisibleFold extends NodeBase {
  readonly kind: 'lane';
  readonly title: string;
  readonly rollUp: RollUp;
}

export type VisibleNode = VisibleTask | VisibleManager | VisibleFold;

/** What the tasks that are folded away come to, as far as focus and filter let them through. */
export interface RollUp {
  /** Keys in file order. */
  readonly members: readonly string[];
  /** By status in the order of the statuses, none that counts nothing. */
  readonly counts: readonly { readonly status: StatusView; readonly count: number }[];
  /** Complete and validated ones. */
  readonly done: number;
  /** Not cancelled, like `total` of a lane. */
  readonly total: number;
  readonly ready: number;
  /** In progress, and nothing says that nobody is there. */
  readonly live: number;
  /** With an error, a contradiction, a failure or no sign of life. */
  readonly troubled: number;
  /** How many the query finds; undefined without a query. */
  readonly matched: number | undefined;
}

/** One line of the picture; it may stand for several edges that folds have put on top of each other. */
export interface VisibleEdge {
  /** Stable while its ends and its kind stay. */
  readonly key: string;
  /** Who waits, or the child. A node, or an open lane of which everything waits. */
  readonly from: string;
  /** Who is waited for, or the parent. A node, or an open lane that is waited for as a whole. */
  readonly to: string;
  readonly kind: GraphEdgeView['kind'];
  /** The worst of those that it stands for: unmet, then soft, then met. */
  readonly fulfilment: GraphEdgeView['fulfilment'];
  readonly isInCycle: boolean;
  readonly isCritical: boolean;
  /** Both ends are dimmed, or one of them. */
  readonly isDimmed: boolean;
  /** How many edges of the snapshot it stands for. */
  readonly count: number;
}

export interface VisibleLane {
  readonly key: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** Its only node is the lane itself. */
  readonly isFolded: boolean;
}

export interface VisibleGraph {
  readonly queueName: string;
  /** Lanes with a node, in file order. */
  readonly lanes: readonly VisibleLane[];
  /** In file order; a folded lane stands where its first task does. */
  readonly nodes: readonly VisibleNode[];
  readonly edges: readonly VisibleEdge[];
  /** The node that each task of the snapshot is drawn as; tasks that are hidden have none. */
  readonly nodeOf: ReadonlyMap<string, string>;
  readonly counts: VisibleCounts;
}

export interface VisibleCounts {
  readonly tasks: number;
  /** Tasks that the query finds, of those in focus; undefined without a query. */
  readonly matched: number | undefined;
  readonly hiddenByFilter: number;
  readonly hiddenByFolds: number;
  /** "12 hidden by filter", "40 folded away": a phrase for each count above 0. */
  readonly remarks: readonly string[];
  /** Those that are true of a list of the tasks, too, which knows no folds. */
  readonly listRemarks: readonly string[];
}
