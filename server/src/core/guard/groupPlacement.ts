/** Brings back the headings of groups that are gone, so that what stood below them can follow. */
import type { Group } from '../model/queueDocument';
import { afterLevel } from './outlineMatch';
import type { PlacementContext } from './placement';

/** Makes sure that an old group stands in the new content, and that what encloses it does. */
export function ensureGroup(context: PlacementContext, index: number): void {
  const group = context.before.groups[index];
  if (group === undefined || isThere(context, index)) return;
  ensureGroup(context, group.parent);
  const at = groupPlace(context, group);
  context.placedGroups.set(index, at);
  const written = context.before.text.slice(group.line.start, group.line.end);
  const isPlain = /^ {0,3}#{1,6}[ \t]/.test(written);
  context.out.addHeading(at, isPlain ? written : `${'#'.repeat(group.level)} ${group.title.value}`);
}

function isThere({ groups, placedGroups }: PlacementContext, index: number): boolean {
  return groups.has(index) || placedGroups.has(index);
}

/** Behind the group that came before it, before the one that followed it, or at the end of what encloses them. */
function groupPlace(context: PlacementContext, group: Group): number {
  const siblings = context.before.groups.filter(({ parent }) => parent === group.parent);
  const earlier = siblings.filter(({ index }) => index < group.index).reverse();
  const later = siblings.filter(({ index }) => index > group.index);
  for (const { index } of earlier) {
    const placed = context.placedGroups.get(index);
    if (placed !== undefined) return placed;
    const there = context.groups.get(index);
    if (there !== undefined) return afterLevel(context, there.block.end, group.level);
  }
  for (const { index } of later) {
    const there = context.groups.get(index);
    if (there !== undefined) return afterLevel(context, there.line.start, group.level);
  }
  const parent = context.groups.get(group.parent);
  const end = parent?.block.end ?? context.placedGroups.get(group.parent) ?? context.fallback;
  return afterLevel(context, end, group.level);
}
