/** The text of lost tasks, cut out of the old content: one piece for each task or line, in the old order. */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { lineAt } from '../text/lineTable';
import { isSection } from './guardedTasks';
import type { TaskSection } from './taskExtents';

export interface LostSection {
  readonly kind: 'section';
  readonly section: TaskSection;
  /** Offset in the content before. */
  readonly at: number;
  /** Exactly what stood there; without the tasks nested in it that are not lost. */
  readonly text: string;
}

export interface LostLine {
  readonly kind: 'line';
  readonly declaration: Declaration;
  /** Offset in the content before. */
  readonly at: number;
  /** The whole line with its line break; a bullet with everything indented below it. */
  readonly text: string;
}

export type LostPiece = LostSection | LostLine;

/** `isLost` and `isKept` tell for a lower-case id whether it is to come back, or stands in the new content. */
export function lostPieces(
  before: QueueDocument,
  sections: readonly TaskSection[],
  isLost: (key: string) => boolean,
  isKept: (key: string) => boolean,
): readonly LostPiece[] {
  const lines = before.declarations.filter((declaration) => !isSection(declaration));
  const pieces: LostPiece[] = [];
  const taken: Span[] = [];
  for (const [index, section] of sections.entries()) {
    if (!isLost(section.key) || isLost(sections[section.owner]?.key ?? '')) continue;
    const spans = ownSpans(before, sections, index, isLost, lines.filter(isKeptRow));
    taken.push(...spans);
    pieces.push({
      kind: 'section',
      section,
      at: section.extent.start,
      text: textOf(before, spans),
    });
  }
  for (const declaration of lines) {
    const span = wholeLines(before, declaration.block);
    const isTaken = taken.some(({ start, end }) => start <= span.start && span.start < end);
    if (isTaken || !isLost(declaration.id.value.toLowerCase())) continue;
    pieces.push({ kind: 'line', declaration, at: span.start, text: textOf(before, [span]) });
  }
  return pieces.sort((a, b) => a.at - b.at);

  function isKeptRow({ id }: Declaration): boolean {
    return isKept(id.value.toLowerCase());
  }
}

/** The section without the nested sections and lines that are not lost; theirs are the new values. */
function ownSpans(
  before: QueueDocument,
  sections: readonly TaskSection[],
  index: number,
  isLost: (key: string) => boolean,
  keptLines: readonly Declaration[],
): readonly Span[] {
  const { extent } = sections[index] as TaskSection;
  const holes: Span[] = [];
  for (const inner of sections.slice(index + 1)) {
    if (inner.extent.start >= extent.end) break;
    const isInHole = holes.some(({ end }) => inner.extent.start < end);
    if (!isInHole && !isLost(inner.key)) holes.push(inner.extent);
  }
  for (const { block } of keptLines) {
    if (block.start >= extent.start && block.end <= extent.end)
      holes.push(wholeLines(before, block));
  }
  holes.sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let from = extent.start;
  for (const hole of holes) {
    if (hole.start > from) spans.push({ start: from, end: hole.start });
    from = Math.max(from, hole.end);
  }
  if (from < extent.end) spans.push({ start: from, end: extent.end });
  return spans;
}

/** The span grown to full lines, the last line break included. */
export function wholeLines({ lines, text }: QueueDocument, span: Span): Span {
  const first = lineAt(lines, span.start);
  const last = lineAt(lines, Math.max(span.start, span.end - 1));
  return { start: lines.starts[first] ?? 0, end: lines.starts[last + 1] ?? text.length };
}

function textOf({ text }: QueueDocument, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join('');
}
