/** Heartbeats, `scheduler/heartbeats/<id>.json`, in all their spellings (workflow 1.2). */
import { jsonTime } from './claimedTime';
import { type JsonReading, readJsonObject } from './readJsonObject';
import { isSessionKey } from './sessionKey';

export interface Heartbeat {
  readonly taskId: string;
  readonly status: 'running' | 'completed';
  readonly sessionKey: string | undefined;
  /** The newest time it writes, in ms since the epoch; nothing when it writes none. */
  readonly lastBeat: number | undefined;
  /** The key that time was read from. */
  readonly lastBeatKey: string | undefined;
  /** In ms since the epoch. */
  readonly startedAt: number | undefined;
  /** Written time and file time are at most an hour apart; only then does the written one count. */
  readonly clockPlausible: boolean;
  readonly phase: string | undefined;
  readonly model: string | undefined;
  readonly attempt: number | undefined;
  readonly reading: JsonReading['kind'];
  /** Why it could not be read wholly. */
  readonly why: string | undefined;
}

const keys = {
  task: ['taskId', 'task_id', 'task', 'id'],
  session: [
    'sessionKey',
    'session_key',
    'sessionId',
    'session_id',
    'agentSession',
    'worker_session',
    'workerSession',
    'worker',
    'session',
    'agent',
  ],
  beat: [
    'lastHeartbeat',
    'last_heartbeat',
    'lastUpdate',
    'lastUpdated',
    'last_update',
    'updated_at',
    'updatedAt',
    'timestamp',
  ],
  start: ['startedAt', 'started_at', 'started', 'startTime', 'created_at', 'createdAt'],
  phase: [
    'currentPhase',
    'phase',
    'progress',
    'currentWork',
    'message',
    'currentActivity',
    'currentAction',
  ],
  attempt: ['attempt', 'retry'],
} as const;

const plausible = 60 * 60_000;

/** `path` gives the id where the text has none; `fileTime` is the file's modification time in ms. */
export function readHeartbeat(
  text: string,
  path: string,
  fileTime: number,
  localOffsetMinutes: number | undefined,
): Heartbeat {
  const json = readJsonObject(text);
  const values = json.kind === 'unreadable' ? {} : json.value;
  const first = (names: readonly string[]) =>
    names.map((name) => values[name]).filter((v) => v !== undefined && v !== null);
  const start = firstTime(values, keys.start, localOffsetMinutes);
  const beat = firstTime(values, keys.beat, localOffsetMinutes) ?? start;
  const lastBeat = beat?.time;
  return {
    taskId:
      first(keys.task)
        .find((v): v is string => typeof v === 'string' && v.trim() !== '')
        ?.trim() ?? baseName(path),
    status: first(['status', 'state']).some(
      (v) =>
        typeof v === 'string' && /complet|\bdone\b|finished/i.test(v) && !/completing/i.test(v),
    )
      ? 'completed'
      : 'running',
    sessionKey: first(keys.session).find(
      (v): v is string => typeof v === 'string' && isSessionKey(v),
    ),
    lastBeat,
    lastBeatKey: beat?.key,
    startedAt: start?.time,
    clockPlausible: lastBeat !== undefined && Math.abs(lastBeat - fileTime) <= plausible,
    phase: first(keys.phase).find((v): v is string => typeof v === 'string'),
    model: first(['model']).find((v): v is string => typeof v === 'string'),
    attempt: first(keys.attempt).find((v): v is number => typeof v === 'number'),
    reading: json.kind,
    why: json.kind === 'object' ? undefined : json.why,
  };
}

function firstTime(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
  localOffsetMinutes: number | undefined,
): { readonly key: string; readonly time: number } | undefined {
  return names
    .flatMap((key) => {
      const time = jsonTime(values[key], localOffsetMinutes);
      return time === undefined ? [] : [{ key, time }];
    })
    .at(0);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/i, '');
}
