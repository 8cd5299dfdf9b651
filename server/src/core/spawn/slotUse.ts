/** Who holds the slots of a queue: what it says is in progress, and the attempts that it does not say yet. */
import { idOf } from '../index/idOf';
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

/** True when every slot is held, or more tasks run than there are slots. */
export function isFull({ max, by }: SlotUse): boolean {
  return by.length >= max;
}

/** Of tasks that hold the slots so many are named. */
const namedHolders = 8;

/**
 * Who has the slots, as a sentence: "Both slots are taken: a-1, a-2." Where more tasks run than may, it says that, as in "3
 * tasks hold the 2 slots: ...". For a use that is full.
 */
export function fullWords({ max, by, isSetting }: SlotUse, withNames: boolean): string {
  const others = by.length - namedHolders;
  const more = others > 0 ? ` and ${others} more` : '';
  const who = withNames && by.length > 0 ? `: ${by.slice(0, namedHolders).join(', ')}${more}` : '';
  if (by.length <= max || by.length < 2)
    return isSetting
      ? `No more than ${max} worker${max === 1 ? '' : 's'} may run at once${who}.`
      : `${allSlots(max)} taken${who}.`;
  return isSetting
    ? `${by.length} workers hold tasks, and ${max} may run at once${who}.`
    : `${by.length} tasks hold the ${max} slot${max === 1 ? '' : 's'}${who}.`;
}

function allSlots(max: number): string {
  if (max === 1) return 'The 1 slot is';
  return max === 2 ? 'Both slots are' : `All ${max} slots are`;
}

function idsOf(state: QueueState, keys: readonly TaskKey[]): readonly string[] {
  return [...new Set(keys)].map((key) => idOf(state.index, key));
}
