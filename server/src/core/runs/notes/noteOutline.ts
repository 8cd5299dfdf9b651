/** A coordinator note with what each of its items belongs to, worked out once. */
import { type NoteItem, noteItemsOf } from './noteItems';
import type { ProseLine } from '../proseLines';
import { reach, recordGroupsOf } from './recordGroups';
import { type SessionMention, mentionsIn } from './sessionMentions';

export interface NoteOutline {
  /** In the order of lines. */
  readonly items: readonly NoteItem[];
  /** Every session that is named, as often as it is named. */
  readonly mentions: readonly SessionMention[];
  /** True for an item that names a session. */
  readonly hasKey: (item: NoteItem) => boolean;
  /** The items beside one that may tell of the same worker, itself among them. */
  readonly beside: (item: NoteItem) => readonly NoteItem[];
  /** What is below it, as far as no other worker is named there. */
  readonly below: (item: NoteItem) => readonly NoteItem[];
}

/** The outline of the lines of a note; empty for a note that says nothing. */
export function noteOutlineOf(lines: readonly ProseLine[]): NoteOutline {
  const items = noteItemsOf(lines);
  const mentions = items.flatMap((item) => mentionsIn(item));
  const keyed = new Set(mentions.map(({ item }) => item));
  const hasKey = (item: NoteItem) => keyed.has(item);
  const groups = recordGroupsOf(items, hasKey);
  const places = new Map(items.map((item, place) => [item, place]));
  return {
    items,
    mentions,
    hasKey,
    beside: (item) => groups.get(item) ?? [item],
    below: (item) => {
      const found = new Set([item]);
      const from = (places.get(item) ?? items.length) + 1;
      for (const next of items.slice(from, from + reach)) {
        if (next.parent === undefined || !found.has(next.parent) || hasKey(next)) break;
        found.add(next);
      }
      return [...found].slice(1);
    },
  };
}
