/** Requests in `requests` and `processing` of the file queue: flat, or nested below `spawn` (workflow 1.5). */
import { jsonTime } from './claimedTime';
import { type JsonReading, readJsonObject } from './readJsonObject';

export interface SpawnRequest {
  readonly requestId: string;
  /** The label is the task's id. */
  readonly label: string | undefined;
  readonly model: string | undefined;
  readonly requestedBy: string | undefined;
  /** In ms since the epoch. */
  readonly requestedAt: number | undefined;
  readonly reading: JsonReading['kind'];
  /** Why it could not be read wholly. */
  readonly why: string | undefined;
}

/** Whatever could be read; the name of the file is the id of a request that has none. */
export function readSpawnRequest(
  text: string,
  path: string,
  localOffsetMinutes: number | undefined,
): SpawnRequest {
  const json = readJsonObject(text);
  const outer = json.kind === 'unreadable' ? {} : json.value;
  const spawn = outer['spawn'];
  const values: Readonly<Record<string, unknown>> =
    typeof spawn === 'object' && spawn !== null ? { ...outer, ...spawn } : outer;
  const word = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return {
    requestId:
      word('requestId') ??
      word('request_id') ??
      path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/i, ''),
    label: word('label') ?? word('taskId') ?? word('task_id'),
    model: word('model'),
    requestedBy: word('requestedBy') ?? word('requested_by'),
    requestedAt: jsonTime(values['requestedAt'] ?? values['requested_at'], localOffsetMinutes),
    reading: json.kind,
    why: json.kind === 'object' ? undefined : json.why,
  };
}
