/** A line of the tree, as plain data. */
import type { RangeView } from '../../../server/src/protocol/snapshot';
import type { WorkerView } from '../../../server/src/protocol/workerMessages';
import type { NodeIcon } from './statusIcons';

export interface QueueNode {
  readonly kind: 'queue' | 'group' | 'task' | 'workers' | 'worker';
  /** Of the task that it stands for, or that its worker does. */
  readonly key?: string;
  /** Stays the same while id or title and place stay, so that expansion survives. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Plain text, several lines. */
  readonly tooltip: string;
  readonly icon: NodeIcon;
  /** Words for `when` clauses: the kind first, then what is true of it. */
  readonly contextValue: string;
  readonly accessibilityLabel: string;
  readonly collapse: 'none' | 'collapsed' | 'expanded';
  /** Where a click leads. */
  readonly target: { readonly uri: string; readonly range: RangeView };
  /** Where else in that file it stands. */
  readonly repeats?: readonly RangeView[];
  readonly children: readonly QueueNode[];
}

/** Workers, and the moment for which they are told. */
export interface NodeContext {
  /** Newest first. */
  readonly workers: readonly WorkerView[];
  /** Ms since the epoch. */
  readonly now: number;
}

/** Where a click leads that is about a file as a whole. */
export const fileStart: RangeView = {
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
};
