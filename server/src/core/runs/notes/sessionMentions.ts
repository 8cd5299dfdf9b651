/** Where a coordinator note names the sessions of workers, and what the words right around a key say of it. */
import type { Spanned } from '../../model/span';
import { idsIn } from './noteIds';
import { roleOf } from './noteField';
import type { NoteItem } from './noteItems';
import { bareSessionsIn, sessionKeysIn } from '../sessionKey';

export interface SessionMention {
  readonly item: NoteItem;
  readonly sessionKey: string;
  /** What the item says before the key and behind it, without the words that go with another key. */
  readonly before: string;
  readonly after: string;
  /** The item names further sessions. */
  readonly isShared: boolean;
  /** The session is said to be over: it was cleared, or is the one before. */
  readonly isFormer: boolean;
}

/** All mentions in an item, in order. The coordinator's own session is none: it works for no task. */
export function mentionsIn(item: NoteItem): readonly SessionMention[] {
  const { said } = item;
  if (/^[*_`]*(?:coordinator|manager|person manager)(?:'s)?(?: session)?\b[^:]{0,20}:/i.test(said))
    return [];
  const bare = takesBareKeys(item) ? bareSessionsIn(said) : [];
  const keys = [...sessionKeysIn(said), ...bare].sort((a, b) => a.span.start - b.span.start);
  const cuts = cutsBetween(said, keys);
  return keys.map((key, n) => {
    const before = said.slice(cuts[n], key.span.start);
    const after = said.slice(key.span.end, cuts[n + 1]);
    return {
      item,
      sessionKey: key.value,
      before,
      after,
      isShared: keys.length > 1,
      isFormer: isOver(before.slice(-remark), after.slice(0, remark)),
    };
  });
}

/**
 * Where the words of each key begin, and the end of the last. `p1-1 (key) and p1-2 (key)`: those of the second begin
 * with its id. `key for p1-1, key for p1-2`: ids stand behind, so what is between two keys is the first one's.
 */
function cutsBetween(said: string, keys: readonly Spanned<string>[]): readonly number[] {
  const isBehind = idsIn(said.slice(0, keys[0]?.span.start)).length === 0;
  return [...keys.keys(), keys.length].map((n) => {
    const from = keys[n - 1]?.span.end;
    const to = keys[n]?.span.start;
    if (from === undefined) return 0;
    if (to === undefined) return said.length;
    const last = isBehind ? undefined : idsIn(said.slice(from, to)).at(-1);
    return last === undefined ? to : from + last.start;
  });
}

/** A UUID may name anything: it is a session where the line says so, or in a row of a table that names a task. */
function takesBareKeys({ said, kind, cells, field }: NoteItem): boolean {
  if (field !== undefined && /\b(?:run|request|commit|build|trace)\b/i.test(field.name))
    return false;
  if (/spawn|sub-?agent|session|worker|agent/i.test(said)) return true;
  return (
    kind === 'row' &&
    (cells.some(({ name }) => roleOf(name) === 'worker') || idsIn(said).length > 0)
  );
}

/** In UTF-16 units: what is further from the key is said of something else. */
const remark = 160;

function isOver(before: string, after: string): boolean {
  return (
    /\b(?:previous|prior|old|former|stale|stalled|dead|terminated|killed|orphaned)[ \t]+(?:\w+[ \t]+)?(?:worker|session|agent|sub-?agent|assignment)s?\b[^.;,]*$/i.test(
      before,
    ) ||
    /\b(?:cleared|terminated|killed|removed|stopped|aborted|replaced)\b[^.;,]*$/i.test(before) ||
    /^[`*)\s]*\(?(?:was |has been |is )?(?:terminated|killed|died|aborted|replaced|no longer active)\b/i.test(
      after,
    ) ||
    /^[`*\s]*→[`*\s]*$/.test(after)
  );
}
