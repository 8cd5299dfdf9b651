/** When somebody was last seen working on a task: file times lead, written times count only where plausible. */
import type { Declaration } from '../../model/declaration';
import { queueInKey, type TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { startTimeOf } from './startTime';

export interface LifeSigns {
  /** Newest sign of a worker, in ms since the epoch; nothing when there is none at all. */
  readonly last: number | undefined;
  /** Since when it could have given one: its start where one is written that is believable, else when the queue last changed. */
  readonly since: number | undefined;
  readonly hasHeartbeat: boolean;
  readonly hasProgress: boolean;
}

/**
 * Signs from the heartbeat, where it says it is running, and from progress files that are not archived. Whether times
 * can be believed at all is the question of `canJudgeLife`.
 */
export function lifeSignsOf(state: QueueState, key: TaskKey, declaration: Declaration): LifeSigns {
  const heartbeat = state.runs.heartbeatOf.get(key);
  const uri = queueInKey(key);
  // A file that may be this task's is a sign as well: nobody is called gone on a doubt.
  const perhaps = state.runs.progress.filter(
    ({ match }) => match.kind === 'ambiguous' && match.keys.includes(key),
  );
  const progress = [...(state.runs.progressOf.get(key) ?? []), ...perhaps].filter(
    (f) => !f.isArchived,
  );
  const signs = [
    ...(heartbeat && heartbeat.heartbeat.status === 'running' ? [heartbeat.file.modifiedAt] : []),
    ...progress.map((f) => f.file.modifiedAt),
  ];
  return {
    last: signs.length === 0 ? undefined : Math.max(...signs),
    since: startedAt(state, uri, declaration) ?? state.queueTimes.get(uri),
    hasHeartbeat: heartbeat !== undefined,
    hasProgress: progress.length > 0,
  };
}

/** Nothing for a time that cannot be believed, or that is only a date. */
function startedAt(state: QueueState, uri: string, declaration: Declaration): number | undefined {
  const time = startTimeOf(state, uri, declaration)?.time;
  return time && time.earliest === time.latest ? time.earliest : undefined;
}

/** Whether workers of this workspace leave signs at all, and whether their times can be believed. */
export function canJudgeLife(state: QueueState): boolean {
  return (
    (state.runs.progress.length > 0 || state.runs.heartbeats.length > 0) &&
    !state.runs.sameFileTimes
  );
}

/** "42 minutes", "7 hours", "3 days". */
export function ageInWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60
    ? `${Math.floor(minutes / 60)} hours`
    : `${Math.floor(minutes / 1440)} days`;
}
