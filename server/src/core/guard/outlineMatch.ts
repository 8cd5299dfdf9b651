/** Which groups of the old content still stand in the new one, and where sections begin there. */
import type { Group, QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import type { TaskSection } from './taskExtents';

export interface Boundary {
  /** Offset of the heading. */
  readonly at: number;
  readonly level: number;
}

/** The new group for each old one, by index; the same title counts most, then the same phase. */
export function matchGroups(
  before: QueueDocument,
  after: QueueDocument,
): ReadonlyMap<number, Group> {
  const matched = new Map<number, Group>();
  const free = new Set(after.groups);
  const ways: ((old: Group, now: Group) => boolean)[] = [
    (old, now) => titleOf(old) === titleOf(now) && old.level === now.level,
    (old, now) => titleOf(old) === titleOf(now),
    (old, now) =>
      old.phases.length > 0 && old.phases[0] === now.phases[0] && old.level === now.level,
  ];
  for (const isSame of ways) {
    for (const old of before.groups) {
      if (matched.has(old.index)) continue;
      const now = [...free].find((group) => isSame(old, group));
      if (now === undefined) continue;
      matched.set(old.index, now);
      free.delete(now);
    }
  }
  return matched;
}

/** Every heading that is a group or a task, in order. */
export function boundariesOf(
  document: QueueDocument,
  sections: readonly TaskSection[],
): readonly Boundary[] {
  return [
    ...document.groups.map(({ line, level }) => ({ at: line.start, level })),
    ...sections.map(({ extent, level }) => ({ at: extent.start, level })),
  ].sort((a, b) => a.at - b.at);
}

/** Letters and digits only: counts, marks and emojis in a title change all the time. */
function titleOf({ title }: Group): string {
  return title.value
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Outline {
  readonly after: QueueDocument;
  readonly boundaries: readonly Boundary[];
  readonly fallback: number;
}

/** The first place from `at` on where a heading of `level` encloses nothing that is there already. */
export function afterLevel(
  { boundaries, fallback, after }: Outline,
  at: number,
  level: number,
): number {
  if (boundaries.length === 0) return fallback;
  return boundaries.find((next) => next.at >= at && next.level <= level)?.at ?? after.text.length;
}

/** Where the text of a heading itself ends: before the first heading below it. */
export function ownBodyEnd({ boundaries }: Outline, block: Span): number {
  const inner = boundaries.find(({ at }) => at > block.start && at < block.end);
  return inner?.at ?? block.end;
}
