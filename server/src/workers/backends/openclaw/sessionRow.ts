/** What the gateway says of one session, read without trust: every field may be missing or of another kind. */
import { type Fields, isRecord, numberOf, wordOf } from '../fields';

export interface SessionRow {
  readonly key: string;
  /** Absent: the gateway has no such session, and says what a new one would be like. */
  readonly sessionId: string | undefined;
  readonly label: string | undefined;
  readonly isArchived: boolean;
  /** `running`, `done`, `failed`, `killed`, `timeout`; absent before the first run. */
  readonly status: string | undefined;
  readonly hasActiveRun: boolean;
  readonly lastRunId: string | undefined;
  readonly lastError: string | undefined;
  readonly model: string | undefined;
  /** In and out together. */
  readonly tokens: number | undefined;
  /** Ms since the epoch, like the following ones. */
  readonly createdAt: number | undefined;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly updatedAt: number | undefined;
}

/** Nothing for what is not a session. */
export function readSessionRow(value: unknown): SessionRow | undefined {
  if (!isRecord(value)) return undefined;
  const key = wordOf(value['key']);
  if (key === undefined) return undefined;
  return {
    key,
    sessionId: wordOf(value['sessionId']),
    label: wordOf(value['label']),
    isArchived: value['archived'] === true,
    status: wordOf(value['status']),
    hasActiveRun: value['hasActiveRun'] === true,
    lastRunId: wordOf(value['lastRunId']),
    lastError: wordOf(value['lastRunError']) ?? wordOf(value['lastError']),
    model: wordOf(value['model']),
    tokens: tokensOf(value),
    createdAt: numberOf(value['createdAt']),
    startedAt: numberOf(value['startedAt']),
    endedAt: numberOf(value['endedAt']),
    updatedAt: numberOf(value['updatedAt']),
  };
}

/** `totalTokens` is how full the context is, which is something else. */
function tokensOf(row: Fields): number | undefined {
  const input = numberOf(row['inputTokens']);
  const output = numberOf(row['outputTokens']);
  if (input === undefined && output === undefined) return undefined;
  return (input ?? 0) + (output ?? 0) || undefined;
}
