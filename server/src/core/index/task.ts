/** A task as the workspace knows it: all declarations of one id in one queue, taken together. */
import type { TaskKind } from '../model/declaration';
import type { Status } from '../model/status';
import type { TaskKey } from '../model/taskKey';

export interface Task {
  readonly key: TaskKey;
  readonly uri: string;
  /** As its first declaration writes it. */
  readonly id: string;
  readonly kind: TaskKind;
  /** Effective status: the most advanced of its declarations (rule S5). */
  readonly status: Status;
  /** Managers and epics take no slot (rule P2). */
  readonly isManager: boolean;
  /** Indices into `QueueDocument.declarations`, in file order; never empty. */
  readonly declarations: readonly number[];
  /** The one of them whose status it has, the first of several: it also tells where the task stands, and its fields. */
  readonly deciding: number;
  /** The task or tasks it names as Parent, resolved; empty when none, or when the Parent is a phase or group. */
  readonly parents: readonly TaskKey[];
  /** Tasks that name it as Parent or that its Sub-Tasks list names, in file order. */
  readonly children: readonly TaskKey[];
  /** Of the deciding declaration, else of the first one that has any. */
  readonly phase: string | undefined;
}
