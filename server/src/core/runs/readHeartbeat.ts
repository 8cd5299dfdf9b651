/** Heartbeats, `scheduler/heartbeats/<id>.json`, in all their spellings (workflow 1.2). */
import { jsonTime } from './claimedTime';
import { type JsonReading, readJsonObject } from './readJsonObject';
import { isSessionKey, sessionKeysIn } from './sessionKey';

export interface Heartbeat {
  readonly taskId: string;
  readonly status: 'running' | 'completed';
  readonly sessionKey: string | undefined;
  /** When it says that it beat last, else when it started, in ms since the epoch; nothing when it says neither. */
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

/** Names as in {@link simpleName}, those that say it best first. */
const keys = {
  task: ['taskid', 'task', 'id'],
  session: [
    'sessionkey',
    'childsessionkey',
    'sessionid',
    'agentsession',
    'workersession',
    'worker',
    'session',
    'agent',
  ],
  beat: [
    'lastheartbeat',
    'lastheartbeatat',
    'heartbeat',
    'heartbeatat',
    'lastbeat',
    'lastseen',
    'lastseenat',
    'lastactivity',
    'lastupdate',
    'lastupdated',
    'updatedat',
    'timestamp',
  ],
  start: ['startedat', 'started', 'starttime', 'createdat'],
  phase: [
    'currentphase',
    'phase',
    'progress',
    'currentwork',
    'message',
    'currentactivity',
    'currentaction',
  ],
  model: ['model'],
  attempt: ['attempt', 'retry'],
  status: ['status', 'state'],
} as const;

interface Written {
  /** As it is spelled. */
  readonly key: string;
  readonly value: unknown;
}

const plausible = 60 * 60_000;

/** `path` gives the id where the text has none; `fileTime` is the file's modification time in ms. */
export function readHeartbeat(
  text: string,
  path: string,
  fileTime: number,
  localOffsetMinutes: number | undefined,
): Heartbeat {
  const json = readJsonObject(text);
  const written = byName(json.kind === 'unreadable' ? {} : json.value);
  const all = (names: readonly string[]): readonly Written[] =>
    names.flatMap((name) => written.get(name) ?? []);
  const words = (names: readonly string[]): readonly string[] =>
    all(names).flatMap(({ value }) => (typeof value === 'string' ? [value.trim()] : []));
  const time = (names: readonly string[]) =>
    all(names)
      .map(({ key, value }) => ({ key, time: jsonTime(value, localOffsetMinutes) }))
      .find((one): one is { key: string; time: number } => one.time !== undefined);
  const start = time(keys.start);
  const beat = time(keys.beat) ?? start;
  const lastBeat = beat?.time;
  return {
    taskId: words(keys.task).find((word) => word !== '') ?? baseName(path),
    status: words(keys.status).some(isCompleted) ? 'completed' : 'running',
    sessionKey: sessionOf(words(keys.session)),
    lastBeat,
    lastBeatKey: beat?.key,
    startedAt: start?.time,
    clockPlausible: lastBeat !== undefined && Math.abs(lastBeat - fileTime) <= plausible,
    phase: words(keys.phase).at(0),
    model: words(keys.model).at(0),
    attempt: all(keys.attempt)
      .map(({ value }) => value)
      .find((value): value is number => typeof value === 'number'),
    reading: json.kind,
    why: json.kind === 'object' ? undefined : json.why,
  };
}

/** Values by the simple form of their names; agents write `task_id`, `taskId` and `TaskId`. */
function byName(values: Readonly<Record<string, unknown>>): ReadonlyMap<string, Written[]> {
  const found = new Map<string, Written[]>();
  for (const [key, value] of Object.entries(values)) {
    if (value === null) continue;
    const name = simpleName(key);
    found.set(name, [...(found.get(name) ?? []), { key, value }]);
  }
  return found;
}

function simpleName(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '');
}

/**
 * Workflow 1.2: everything but `completed` is running, so what is nearly, not or about to be complete is. The word counts
 * when it is all that is said before an explanation.
 */
function isCompleted(status: string): boolean {
  const clause = status.split(/[:;,.!(]|\s[-–—]\s/, 1)[0] ?? '';
  const bare = clause.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return /^(?:task )?(?:complete|completed|done|finished)(?: successfully)?$/i.test(bare);
}

/** A value that is a key, else a key within a value: `Sonnet (agent:main:subagent:…)`. */
function sessionOf(values: readonly string[]): string | undefined {
  return values.find(isSessionKey) ?? values.flatMap(sessionKeysIn).at(0)?.value;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/i, '');
}
