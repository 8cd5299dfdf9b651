/**
 * A coordinator note as items: headings, paragraphs, list entries and table rows, each below the one it belongs to.
 * What a note says of a worker stands in such an item, below it, or in the fields beside it (workflow 1.3).
 */
import type { ProseLine } from '../proseLines';
import { type NoteField, fieldIn, fieldOfRow } from './noteField';

export interface NoteItem {
  readonly kind: 'heading' | 'paragraph' | 'entry' | 'row';
  /** Which of the lines it is, from 0, and which line of the file that is: see `ProseLine`. */
  readonly at: number;
  readonly line: number;
  /** What it says, without list marker, hashes, leading emoji and time of day. */
  readonly said: string;
  /** Its name and value, where it is written as a field. */
  readonly field: NoteField | undefined;
  /** Cells of a table row, each below the name of its column; a column without a heading has an empty name. */
  readonly cells: readonly NoteField[];
  /** The entry, the paragraph or the heading that it is below; nothing at the top of the note. */
  readonly parent: NoteItem | undefined;
}

/** All items in the order of lines. Blank lines, rules and the heading rows of tables are none. */
export function noteItemsOf(lines: readonly ProseLine[]): readonly NoteItem[] {
  const items: NoteItem[] = [];
  const headings: { readonly level: number; readonly item: NoteItem }[] = [];
  const entries: { readonly indent: number; readonly item: NoteItem }[] = [];
  /** The paragraph that a list below it belongs to, and the bold one that further paragraphs belong to. */
  let lead: NoteItem | undefined;
  let bold: NoteItem | undefined;
  let columns: readonly string[] | undefined;
  for (const [at, line] of lines.entries()) {
    const trimmed = line.text.trim();
    if (trimmed === '') continue;
    const heading = headings.at(-1)?.item;
    if (line.heading > 0) {
      while ((headings.at(-1)?.level ?? 0) >= line.heading) headings.pop();
      const item = itemOf('heading', at, line, headings.at(-1)?.item);
      headings.push({ level: line.heading, item });
      items.push(item);
      lead = bold = columns = undefined;
      entries.length = 0;
      continue;
    }
    if (/^(?:[-*_][ \t]*){3,}$/.test(trimmed)) {
      lead = bold = columns = undefined;
      entries.length = 0;
      continue;
    }
    if (trimmed.startsWith('|')) {
      if (isDelimiter(trimmed)) continue;
      const cells = cellsOf(trimmed);
      if (columns === undefined && isDelimiter(lines[at + 1]?.text.trim() ?? '')) {
        columns = cells.map((cell) => plain(cell).toLowerCase());
        continue;
      }
      items.push(rowOf(at, line, cells, columns ?? [], lead ?? heading));
      continue;
    }
    columns = undefined;
    const isEntry = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.text);
    if (isEntry || line.indent > 0) {
      while ((entries.at(-1)?.indent ?? -1) >= line.indent) entries.pop();
      const parent = entries.at(-1)?.item ?? lead ?? heading;
      const item = itemOf(isEntry ? 'entry' : 'paragraph', at, line, parent);
      if (isEntry) entries.push({ indent: line.indent, item });
      items.push(item);
      continue;
    }
    entries.length = 0;
    const isBold = /^\*\*|^__/.test(line.content);
    lead = itemOf('paragraph', at, line, isBold ? heading : (bold ?? heading));
    if (isBold) bold = lead;
    items.push(lead);
  }
  return items;
}

function itemOf(
  kind: NoteItem['kind'],
  at: number,
  line: ProseLine,
  parent: NoteItem | undefined,
): NoteItem {
  const said = line.content.replace(before, '');
  return { kind, at, line: line.line, said, field: fieldIn(said), cells: [], parent };
}

/** Emoji, and a time of day in brackets or as a bold label, before what is said. */
const before =
  /^(?:[^\p{L}\p{N}*_`([{<|~"'#]+|\[\d[^\]]{0,30}\]|\*{0,2}\d{1,2}:\d{2}(?: [A-Z]{2,4})?:?\*{0,2}:?(?=\s))+/u;

function rowOf(
  at: number,
  line: ProseLine,
  values: readonly string[],
  columns: readonly string[],
  parent: NoteItem | undefined,
): NoteItem {
  const cells = values.map((value, column) => ({ name: columns[column] ?? '', value }));
  const said = line.text.trim();
  return { kind: 'row', at, line: line.line, said, field: fieldOfRow(values), cells, parent };
}

function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

function isDelimiter(text: string): boolean {
  return text.startsWith('|') && text.includes('-') && /^[|:\- \t]+$/.test(text);
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').trim();
}

/** The heading of the section an item is in; nothing before the first heading. */
export function nearestHeading(item: NoteItem): NoteItem | undefined {
  let at = item.parent;
  while (at !== undefined && at.kind !== 'heading') at = at.parent;
  return at;
}
