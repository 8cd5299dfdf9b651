/** Coordinator notes: who was spawned for what, and in which order tasks follow each other (workflow 1.3). */
import { hasDigit, idAtStart, idsInText } from '../dialect/taskId';
import { type ProseLine, proseLinesOf } from './proseLines';
import { bareSessionsIn, sessionKeysIn } from './sessionKey';

export interface SpawnRecord {
  /** Nothing when the note does not say which task the worker is for. */
  readonly taskId: string | undefined;
  readonly sessionKey: string | undefined;
  /** `sonnet`, `opus`, `haiku`, when it is named. */
  readonly model: string | undefined;
  /** The call timed out. That is no failure: the worker had been started each time. */
  readonly gatewayTimeout: boolean;
  /** 0-based line of the record. */
  readonly line: number;
}

export interface CoordinatorNote {
  readonly spawns: readonly SpawnRecord[];
  /** Ids joined by arrows on one line, in order. */
  readonly chains: readonly (readonly string[])[];
}

/**
 * What a note tells in whatever words; both lists are empty where it tells nothing. Spawn records are in the order of
 * lines: one for each session, and one for each task that is named without a session.
 */
export function readNote(text: string): CoordinatorNote {
  const lines = proseLinesOf(text);
  return { spawns: spawnsIn(lines), chains: lines.flatMap((line) => chainOf(line)) };
}

function spawnsIn(lines: readonly ProseLine[]): readonly SpawnRecord[] {
  const only = onlySubject(lines);
  const withKey = lines.flatMap((line, at) => {
    const bare = /spawn|sub-?agent|session|worker|agent/i.test(line.text)
      ? bareSessionsIn(line.text)
      : [];
    return [...sessionKeysIn(line.text), ...bare].map((key): SpawnRecord => ({
      ...recordAt(lines, at, only),
      sessionKey: key.value,
    }));
  });
  const keyed = [
    ...new Map([...withKey].reverse().map((record) => [sessionOf(record), record])).values(),
  ].reverse();
  const named = new Set(keyed.map((r) => r.taskId?.toLowerCase()));
  const withoutKey = lines.flatMap((line, at): SpawnRecord[] => {
    const id = /\b(?:re-?)?spawn(?:ed|ing)\b|\battempted\b/i.test(line.text)
      ? taskIdsIn(line.text)[0]
      : undefined;
    if (id === undefined || named.has(id.toLowerCase())) return [];
    named.add(id.toLowerCase());
    return [
      {
        ...recordAt(lines, at, only),
        taskId: id,
        sessionKey: undefined,
        model: modelIn(line.text),
        gatewayTimeout: timeout.test(line.text),
      },
    ];
  });
  return [...keyed, ...withoutKey].sort((a, b) => a.line - b.line);
}

const timeout = /gateway[ -]time-?d?[ -]?out|\btimed out\b|\btimeout\b/i;

/** The same session may be written with its whole key and without. */
function sessionOf({ sessionKey }: SpawnRecord): string | undefined {
  return sessionKey?.replace(/^.*:/, '').toLowerCase();
}

/** What the lines around a session key say of it. */
function recordAt(lines: readonly ProseLine[], at: number, only: string | undefined): SpawnRecord {
  const block = blockAround(lines, at);
  const text = block.map((line) => line.text).join('\n');
  const line = lines[at] as ProseLine;
  const after = block.filter((l) => l.start > line.start).slice(0, 6);
  const before = block.filter((l) => l.start < line.start).reverse();
  const stated = after
    .map((l) => /^\**task\**:\**[ \t]*(.*)$/i.exec(l.content)?.[1])
    .map((value) => (value === undefined ? undefined : taskIdsIn(value)[0]));
  const taskId =
    taskIdsIn(line.text)[0] ??
    stated.find((id) => id !== undefined) ??
    before.map((l) => taskIdsIn(l.text)[0]).find((id) => id !== undefined) ??
    only;
  return {
    taskId,
    sessionKey: undefined,
    model: modelIn(line.text) ?? modelIn(text),
    gatewayTimeout: timeout.test(text),
    line: at,
  };
}

/** Further away nothing is said of a session. */
const reach = 40;

/** From the nearest heading or line that is a bold id, to the next of them. */
function blockAround(lines: readonly ProseLine[], at: number): readonly ProseLine[] {
  const opens = (line: ProseLine) =>
    line.heading > 0 ||
    (line.indent === 0 &&
      /^\*\*/.test(line.content) &&
      /^\**/.test(line.text) &&
      idAtStart(line.content.replace(/^\*+/, '')) !== undefined &&
      !/^[-*+][ \t]/.test(line.text));
  let first = at;
  while (first > 0 && at - first < reach && !opens(lines[first] as ProseLine)) first--;
  let last = at;
  while (last + 1 < lines.length && last - at < reach && !opens(lines[last + 1] as ProseLine))
    last++;
  return lines.slice(first, last + 1);
}

/** The one task a note is about: its title names it, or it names no other. */
function onlySubject(lines: readonly ProseLine[]): string | undefined {
  const title = lines.find((line) => line.heading === 1);
  const inTitle = title ? taskIdsIn(title.text) : [];
  if (inTitle.length === 1) return inTitle[0];
  const all = [
    ...new Set(lines.flatMap((line) => taskIdsIn(line.text)).map((id) => id.toLowerCase())),
  ];
  return all.length === 1 ? all[0] : undefined;
}

/** Ids in prose need a digit: "sub-agent" is no task. */
function taskIdsIn(text: string): readonly string[] {
  const masked = text
    .replace(/agent:[\w-]+:subagent:[\w-]+/gi, (key) => ' '.repeat(key.length))
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{13,}/gi, (key) => ' '.repeat(key.length));
  return idsInText(masked)
    .filter(({ id }) => hasDigit(id))
    .map(({ id }) => id);
}

function modelIn(text: string): string | undefined {
  return /\b(opus|sonnet|haiku)\b/i.exec(text)?.[1]?.toLowerCase();
}

function chainOf(line: ProseLine): readonly (readonly string[])[] {
  if (!line.content.includes('→')) return [];
  const parts = line.content
    .split('→')
    .map((part) => idAtStart(part.trim().replace(/^[*_`~]+/, '')) ?? lastId(part));
  const ids = parts.flatMap((id) => (id === undefined ? [] : [id]));
  return ids.length === parts.length && ids.length > 1 ? [ids] : [];
}

/** `Order: a → b`: the first part may have words before its id. */
function lastId(part: string): string | undefined {
  const last = taskIdsIn(part).at(-1);
  return last !== undefined &&
    part
      .trim()
      .replace(/[*_`~]+$/, '')
      .endsWith(last)
    ? last
    : undefined;
}
