/** When a task was last claimed to be finished, or begun again: from its fields and its files, as far as they can be believed. */
import type { Task } from '../../index/task';
import type { Declaration } from '../../model/declaration';
import type { FieldKey } from '../../model/field';
import { statedField } from '../../model/statedField';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { futureTolerance, plausibleTime } from './plausibleTime';
import { startTimeOf } from './startTime';

/**
 * The newest of its Claimed and Completed times and of its progress files; nothing when nothing tells. What was written
 * before its own start speaks of an attempt before, or was made up.
 */
export function claimedAt(
  state: QueueState,
  task: Task,
  declaration: Declaration,
): number | undefined {
  return newest([
    claimTime(state, task, declaration, 'claimed'),
    claimTime(state, task, declaration, 'completed'),
    ...progressTimes(state, task.key),
  ]);
}

/** The newest time at which somebody worked on it: as {@link claimedAt}, and its start. */
export function workedAt(
  state: QueueState,
  task: Task,
  declaration: Declaration,
): number | undefined {
  const started = startTimeOf(state, task.uri, declaration)?.time.latest;
  return newest([claimedAt(state, task, declaration), hasCome(state, started)]);
}

function claimTime(
  state: QueueState,
  task: Task,
  declaration: Declaration,
  name: FieldKey,
): number | undefined {
  const field = statedField(declaration, name);
  const time = field && plausibleTime(state, task.uri, field.value);
  const start = startTimeOf(state, task.uri, declaration)?.time;
  if (!time || (start && time.latest < start.earliest)) return undefined;
  return hasCome(state, time.latest);
}

/** The end of today is not past. */
function hasCome(state: QueueState, time: number | undefined): number | undefined {
  return time !== undefined && time <= state.now + futureTolerance ? time : undefined;
}

function progressTimes(state: QueueState, key: TaskKey): readonly number[] {
  return (state.runs.progressOf.get(key) ?? [])
    .filter((f) => f.match.kind === 'task' && f.match.trusted && !f.isArchived)
    .map((f) => f.file.modifiedAt);
}

function newest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.flatMap((time) => time ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}
