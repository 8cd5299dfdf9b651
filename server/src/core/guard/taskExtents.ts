/** How far each task declared by a heading reaches, and which task encloses which. Lines (rows, records, bullets) are left out. */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { isSection } from './guardedTasks';

export interface TaskSection {
  readonly declaration: Declaration;
  readonly key: string;
  /** 1 to 6; a task below a line of `-` counts 2. */
  readonly level: number;
  /** From its heading to the end of everything that is nested in it, blank lines behind it included. */
  readonly extent: Span;
  /** Index of the enclosing task section, -1 for none. */
  readonly owner: number;
}

/** In file order. */
export function taskSectionsOf(document: QueueDocument): readonly TaskSection[] {
  const { text, groups } = document;
  const headings = document.declarations.filter(isSection);
  const levels = headings.map(({ line }) => headingLevel(text, line.start));
  const sections: TaskSection[] = [];
  const open: { readonly index: number; readonly level: number }[] = [];
  let nextGroup = 0;
  for (const [index, declaration] of headings.entries()) {
    const level = levels[index] as number;
    const { start } = declaration.block;
    for (; (groups[nextGroup]?.line.start ?? Infinity) < start; nextGroup++)
      closeTo(open, groups[nextGroup]?.level ?? 0);
    closeTo(open, level);
    const owner = open.at(-1)?.index ?? -1;
    const extent = { start, end: behindBlanks(text, declaration.block.end) };
    sections.push({ declaration, key: declaration.id.value.toLowerCase(), level, extent, owner });
    open.push({ index, level });
  }
  return reachingOverNested(sections);
}

/** A heading ends every section that is not above it. */
function closeTo(open: { readonly level: number }[], level: number): void {
  while ((open.at(-1)?.level ?? 0) >= level && open.length > 0) open.pop();
}

function reachingOverNested(sections: readonly TaskSection[]): readonly TaskSection[] {
  const ends = sections.map(({ extent }) => extent.end);
  // From the last one back, so that inner ends are known first.
  for (let i = sections.length - 1; i >= 0; i--) {
    const owner = sections[i]?.owner ?? -1;
    if (owner >= 0) ends[owner] = Math.max(ends[owner] as number, ends[i] as number);
  }
  return sections.map((section, i) => ({
    ...section,
    extent: { start: section.extent.start, end: ends[i] as number },
  }));
}

function behindBlanks(text: string, end: number): number {
  const blank = /[ \t]*(?:\r\n|\r|\n)/y;
  let at = end;
  for (blank.lastIndex = at; blank.test(text); blank.lastIndex = at) at = blank.lastIndex;
  return at;
}

function headingLevel(text: string, at: number): number {
  return /^ {0,3}(#{1,6})/.exec(text.slice(at, at + 10))?.[1]?.length ?? 2;
}
