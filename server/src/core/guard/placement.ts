/** Where lost pieces go in the new content: next to the tasks and under the groups that stood beside them. */
import type { Group, QueueDocument } from '../model/queueDocument';
import { InsertionText } from './insertionText';
import type { Insertion } from './insertions';
import { placeLine } from './linePlacement';
import type { LostPiece } from './lostPieces';
import { type Boundary, boundariesOf, matchGroups } from './outlineMatch';
import { placeSection } from './sectionPlacement';
import { taskSectionsOf, type TaskSection } from './taskExtents';

/** `in-place` looks for the old neighbours; the others put everything at one end, with its headings. */
export type Placing = 'in-place' | 'at-end' | 'at-start';

/** What placing one piece may look at; `placed…` grow as pieces are placed. */
export interface PlacementContext {
  readonly before: QueueDocument;
  readonly after: QueueDocument;
  readonly oldSections: readonly TaskSection[];
  readonly newSections: readonly TaskSection[];
  readonly boundaries: readonly Boundary[];
  /** The group of the new content for one of the old. */
  readonly groups: ReadonlyMap<number, Group>;
  /** Where groups that were missing went, by their old index. */
  readonly placedGroups: Map<number, number>;
  /** Where sections and lines went, by their old offset. */
  readonly placed: Map<number, number>;
  readonly out: InsertionText;
  /** Where things go that have no neighbour left. */
  readonly fallback: number;
}

/** Insertions that bring the pieces back, which were cut from `before` by these sections; offsets are those of `after`. */
export function placePieces(
  before: QueueDocument,
  after: QueueDocument,
  oldSections: readonly TaskSection[],
  pieces: readonly LostPiece[],
  placing: Placing,
): readonly Insertion[] {
  const isInPlace = placing === 'in-place';
  const newSections = isInPlace ? taskSectionsOf(after) : [];
  const context: PlacementContext = {
    before,
    after,
    oldSections,
    newSections,
    boundaries: isInPlace ? boundariesOf(after, newSections) : [],
    groups: isInPlace ? matchGroups(before, after) : new Map<number, Group>(),
    placedGroups: new Map(),
    placed: new Map(),
    out: new InsertionText(after.text),
    fallback:
      placing === 'at-start' ? (after.text.startsWith('\ufeff') ? 1 : 0) : after.text.length,
  };
  for (const piece of pieces) {
    if (piece.kind === 'section') placeSection(context, piece);
    else placeLine(context, piece);
  }
  return context.out.insertions();
}
