/** Inbox messages, `scheduler/inboxes/<role>/*.json`: validation requests, verdicts, anything else (workflow 1.4). */
import { jsonTime } from './claimedTime';
import { type JsonReading, readJsonObject } from './readJsonObject';
import { verdictOfWords, type VerdictWord } from './verdictWords';

export interface InboxMessage {
  readonly type: 'validation-request' | 'validation-result' | 'other';
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly subject: string | undefined;
  /** Ids of the tasks it speaks of, as written. */
  readonly taskIds: readonly string[];
  readonly project: string | undefined;
  /** Of a result; `unknown` when its words are none we know. */
  readonly verdict: VerdictWord | undefined;
  /** When it says it was written; nothing for `$(date …)` and other unexpanded text. */
  readonly at: number | undefined;
  /** It lies in an `archive` folder. */
  readonly isArchived: boolean;
  readonly reading: JsonReading['kind'];
  /** Why it could not be read wholly. */
  readonly why: string | undefined;
}

/** Whatever could be read, from the message or from the `content` inside of it; `reading` tells how much that is. */
export function readMessage(
  text: string,
  path: string,
  localOffsetMinutes: number | undefined,
): InboxMessage {
  const json = readJsonObject(text);
  const outer = json.kind === 'unreadable' ? {} : json.value;
  const inner = isRecord(outer['content']) ? outer['content'] : {};
  const values = { ...inner, ...outer };
  const word = (...names: string[]) =>
    names.map((name) => values[name]).find((v): v is string => typeof v === 'string');
  const type = (word('type', 'message_type') ?? '').toLowerCase();
  const result = inner['result'] ?? outer['result'] ?? inner['verdict'] ?? outer['verdict'];
  return {
    type: /validation.?request/.test(type)
      ? 'validation-request'
      : /validation.?(?:result|response)/.test(type)
        ? 'validation-result'
        : 'other',
    from: word('from'),
    to: word('to'),
    subject: word('subject'),
    taskIds: taskIdsOf(values),
    project: word('project'),
    verdict: typeof result === 'string' ? (verdictOfWords(result) ?? 'unknown') : undefined,
    at: [outer['timestamp'], values['claimed_at'], values['validated_at']]
      .map((time) => jsonTime(time, localOffsetMinutes))
      .find((time) => time !== undefined),
    isArchived: /\/archive\//i.test(path),
    reading: json.kind,
    why: json.kind === 'object' ? undefined : json.why,
  };
}

function taskIdsOf(values: Readonly<Record<string, unknown>>): readonly string[] {
  const lists = [
    'task_ids',
    'taskIds',
    'tasks',
    'task_id',
    'taskId',
    'task',
    'bead_id',
    'beadId',
  ].map((name) => values[name]);
  const ids = lists.flatMap((value): string[] => {
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
  });
  return [...new Set(ids.map((id) => id.trim()).filter((id) => /^[\w.-]{1,80}$/.test(id)))];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
