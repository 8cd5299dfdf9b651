/** Answers in `responses` of the file queue: more than half of those seen were invented (workflow 1.5). */
import { jsonTime } from './claimedTime';
import { readJsonObject } from './readJsonObject';
import { isSessionKey } from './sessionKey';

export interface SpawnResponse {
  readonly requestId: string | undefined;
  readonly status: string | undefined;
  /** Only a well-formed key; anything else is in `writtenKey`. */
  readonly sessionKey: string | undefined;
  readonly writtenKey: string | undefined;
  /** In ms since the epoch. */
  readonly processedAt: number | undefined;
  /** Well formed throughout, so worth comparing with our own requests. Never proof by itself. */
  readonly trusted: boolean;
  /** Why it could not be read wholly. */
  readonly why: string | undefined;
}

/** Words of an answer that say that a worker was started. */
const started = /^(?:spawned|completed|started|running|ok|success)$/i;

/** Whatever could be read, with what makes it worth believing in `trusted`. */
export function readSpawnResponse(
  text: string,
  localOffsetMinutes: number | undefined,
): SpawnResponse {
  const json = readJsonObject(text);
  const values = json.kind === 'unreadable' ? {} : json.value;
  const word = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const writtenKey = word('sessionKey') ?? word('session_key');
  const sessionKey = writtenKey !== undefined && isSessionKey(writtenKey) ? writtenKey : undefined;
  const requestId = word('requestId') ?? word('request_id');
  const status = word('status');
  return {
    why: json.kind === 'object' ? undefined : json.why,
    requestId,
    status,
    sessionKey,
    writtenKey,
    processedAt: jsonTime(values['processedAt'] ?? values['processed_at'], localOffsetMinutes),
    trusted:
      json.kind === 'object' &&
      sessionKey !== undefined &&
      status !== undefined &&
      started.test(status) &&
      safeRequestId(requestId),
  };
}

/** Request ids of ours are plain names; `REQUEST:…` is a nickname of a shell job. */
function safeRequestId(id: string | undefined): boolean {
  return id !== undefined && /^[\w][\w.#-]{0,199}$/.test(id);
}
