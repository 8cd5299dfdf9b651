/** Where a lost task with a section of its own goes. */
import { ensureGroup } from './groupPlacement';
import type { LostSection } from './lostPieces';
import { afterLevel, ownBodyEnd } from './outlineMatch';
import type { PlacementContext } from './placement';
import type { TaskSection } from './taskExtents';

/** Puts it behind the task that came before it, or under its group. */
export function placeSection(context: PlacementContext, piece: LostSection): void {
  const { section } = piece;
  const owner = keptOwner(context, section);
  if (owner === undefined) ensureGroup(context, section.declaration.group);
  const at = afterLevel(
    context,
    besideSiblings(context, section, owner) ?? underHeading(context, section, owner),
    section.level,
  );
  context.placed.set(piece.at, at);
  context.out.add(at, piece.text, 'apart');
}

/** The enclosing task as it stands in the new content. */
function keptOwner(context: PlacementContext, { owner }: TaskSection): TaskSection | undefined {
  const key = context.oldSections[owner]?.key;
  return context.newSections.find((section) => section.key === key);
}

function besideSiblings(
  context: PlacementContext,
  section: TaskSection,
  owner: TaskSection | undefined,
): number | undefined {
  const siblings = context.oldSections.filter(
    (other) =>
      other.owner === section.owner && other.declaration.group === section.declaration.group,
  );
  const at = siblings.indexOf(section);
  for (const sibling of siblings.slice(0, at).reverse()) {
    const placed = context.placed.get(sibling.extent.start);
    if (placed !== undefined) return placed;
    const kept = keptSibling(context, sibling, owner);
    if (kept !== undefined) return kept.extent.end;
  }
  for (const sibling of siblings.slice(at + 1)) {
    const kept = keptSibling(context, sibling, owner);
    if (kept !== undefined) return kept.extent.start;
  }
  return undefined;
}

/** A sibling in the new content, if it stands where the lost task would belong. */
function keptSibling(
  context: PlacementContext,
  sibling: TaskSection,
  owner: TaskSection | undefined,
): TaskSection | undefined {
  const ownerIndex = owner === undefined ? -1 : context.newSections.indexOf(owner);
  const group = context.groups.get(sibling.declaration.group)?.index ?? -1;
  return context.newSections.find(
    (now) =>
      now.key === sibling.key &&
      now.owner === ownerIndex &&
      (owner !== undefined || now.declaration.group === group),
  );
}

/** First below the task or group that encloses it, else at the end below a heading of ours. */
function underHeading(
  context: PlacementContext,
  { declaration, level }: TaskSection,
  owner: TaskSection | undefined,
): number {
  if (owner !== undefined) return ownBodyEnd(context, owner.extent);
  const group = context.groups.get(declaration.group);
  if (group !== undefined) return ownBodyEnd(context, group.block);
  const placed = context.placedGroups.get(declaration.group);
  if (placed !== undefined) return placed;
  const isEnclosed = context.boundaries.some((boundary) => boundary.level < level);
  if (isEnclosed && level > 2 && !context.placedGroups.has(-1)) {
    context.placedGroups.set(-1, context.fallback);
    context.out.addHeading(context.fallback, '## Restored tasks');
  }
  return context.fallback;
}
