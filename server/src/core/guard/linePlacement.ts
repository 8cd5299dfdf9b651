/** Where a lost line goes: into its table, list or run of records if that stands, else below its heading. */
import type { Declaration } from '../model/declaration';
import { ensureGroup } from './groupPlacement';
import { type LostLine, wholeLines } from './lostPieces';
import { ownBodyEnd } from './outlineMatch';
import type { PlacementContext } from './placement';
import { tableHeadOf } from './tableHead';
import { isSection } from './guardedTasks';
import type { TaskSection } from './taskExtents';

interface Place {
  readonly at: number;
  /** It continues lines of its kind: no blank line, no table header. */
  readonly continues: boolean;
}

/** Puts it behind the line that came before it, else before the one that followed it, else on its own. */
export function placeLine(context: PlacementContext, piece: LostLine): void {
  const { before, out } = context;
  const { declaration } = piece;
  const owner = ownerOf(context.oldSections, declaration);
  const isOwnerKept = keptSection(context, owner) !== undefined;
  if (!isOwnerKept) ensureGroup(context, declaration.group);
  const place = besideLines(context, declaration) ?? {
    at: homeEnd(context, declaration, owner),
    continues: false,
  };
  context.placed.set(piece.at, place.at);
  const isTable = declaration.form === 'table-row';
  const head = isTable && !place.continues ? tableHeadOf(before, declaration)?.text : undefined;
  const text = head === undefined ? piece.text : `${head}${piece.text}`;
  out.add(place.at, text, place.continues ? 'continues' : 'apart');
}

function besideLines(context: PlacementContext, line: Declaration): Place | undefined {
  const { before, after } = context;
  const head = tableHeadOf(before, line)?.key;
  const siblings = before.declarations.filter(
    (other) =>
      !isSection(other) &&
      other.form === line.form &&
      tableHeadOf(before, other)?.at === tableHeadOf(before, line)?.at &&
      other.group === line.group,
  );
  const at = siblings.indexOf(line);
  for (const sibling of siblings.slice(0, at).reverse()) {
    const placed = context.placed.get(wholeLines(before, sibling.block).start);
    if (placed !== undefined) return { at: placed, continues: true };
    const kept = keptLine(context, sibling, head);
    if (kept !== undefined) return { at: wholeLines(after, kept.block).end, continues: true };
  }
  for (const sibling of siblings.slice(at + 1)) {
    const kept = keptLine(context, sibling, head);
    if (kept !== undefined) return { at: wholeLines(after, kept.block).start, continues: true };
  }
  const stranger = after.declarations.findLast(
    (now) =>
      head !== undefined && isHome(context, line, now) && tableHeadOf(after, now)?.key === head,
  );
  if (stranger === undefined || context.boundaries.length === 0) return undefined;
  return { at: wholeLines(after, stranger.block).end, continues: true };
}

/** The same line in the new content, in the same form and under the same heading. */
function keptLine(
  context: PlacementContext,
  old: Declaration,
  head: string | undefined,
): Declaration | undefined {
  if (context.boundaries.length === 0 && context.groups.size === 0 && old.group >= 0)
    return undefined;
  const key = old.id.value.toLowerCase();
  return context.after.declarations.find(
    (now) =>
      now.id.value.toLowerCase() === key &&
      isHome(context, old, now) &&
      tableHeadOf(context.after, now)?.key === head,
  );
}

function isHome(context: PlacementContext, old: Declaration, now: Declaration): boolean {
  const group = context.groups.get(old.group)?.index ?? -1;
  return now.form === old.form && now.group === group;
}

function homeEnd(
  context: PlacementContext,
  line: Declaration,
  owner: TaskSection | undefined,
): number {
  const kept = keptSection(context, owner);
  if (kept !== undefined) return ownBodyEnd(context, kept.extent);
  const group = context.groups.get(line.group);
  if (group !== undefined) return ownBodyEnd(context, group.block);
  return context.placedGroups.get(line.group) ?? context.boundaries[0]?.at ?? context.fallback;
}

function keptSection(
  context: PlacementContext,
  section: TaskSection | undefined,
): TaskSection | undefined {
  return context.newSections.find(({ key }) => key === section?.key);
}

/** The task section that a line stands in. */
function ownerOf(sections: readonly TaskSection[], { line }: Declaration): TaskSection | undefined {
  return sections.findLast(({ extent }) => extent.start <= line.start && line.start < extent.end);
}
