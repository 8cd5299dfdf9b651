/** Who holds the slots of a queue: what it says is in progress, and the attempts that it does not say yet. */
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';

export interface SlotUse {
  readonly max: number;
  /** The limit is that of the setting, not of the queue. */
  readonly isSetting: boolean;
  /** Ids of the tasks that hold one, each once. */
  readonly by: readonly string[];
}

/**
 * Slots of the queue `uri` without those of `task` itself. `held` are the tasks of all attempts that may be alive;
 * `maxWorkers` limits those of the whole workspace. Where both are full, the queue's own limit is told.
 */
export function slotUse(
  state: QueueState,
  uri: string,
  task: TaskKey | undefined,
  held: readonly TaskKey[],
  maxWorkers: number,
): SlotUse {
  const schedule = state.schedule.byQueue.get(uri);
  const others = held.filter((key) => key !== task);
  const here = [
    ...(schedule?.inProgress ?? []).filter((key) => key !== task),
    ...others.filter((key) => state.index.tasks.get(key)?.uri === uri),
  ];
  const own = { max: schedule?.slots.max ?? 0, isSetting: false, by: idsOf(state, here) };
  const all = { max: maxWorkers, isSetting: true, by: idsOf(state, others) };
  return own.by.length < own.max && all.by.length >= all.max ? all : own;
}

export function isFull({ max, by }: SlotUse): boolean {
  return by.length >= max;
}

function idsOf(state: QueueState, keys: readonly TaskKey[]): readonly string[] {
  return [...new Set(keys)].map(
    (key) => state.index.tasks.get(key)?.id ?? key.slice(key.indexOf('\n') + 1),
  );
}
