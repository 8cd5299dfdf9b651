/** When a task was last claimed to be finished, or begun again: from its fields and its files, future times left out. */
import type { Declaration } from '../../model/declaration';
import type { FieldKey } from '../../model/field';
import { statedField } from '../../model/statedField';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { readTime } from '../../time/readTime';
import { futureTolerance } from './timeFields';

/** The newest of its Claimed and Completed times and of its progress files; nothing when nothing tells. */
export function claimedAt(
  state: QueueState,
  key: TaskKey,
  declaration: Declaration,
): number | undefined {
  return newest([
    fieldTime(state, declaration, 'claimed'),
    fieldTime(state, declaration, 'completed'),
    ...progressTimes(state, key),
  ]);
}

/** The newest time at which somebody worked on it: as {@link claimedAt}, and its start. */
export function workedAt(
  state: QueueState,
  key: TaskKey,
  declaration: Declaration,
): number | undefined {
  return newest([claimedAt(state, key, declaration), fieldTime(state, declaration, 'started')]);
}

function fieldTime(state: QueueState, declaration: Declaration, key: FieldKey): number | undefined {
  const field = statedField(declaration, key);
  const time = field && readTime(field.value, state.options.localOffsetMinutes);
  return time && time.latest <= state.now + futureTolerance ? time.latest : undefined;
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
