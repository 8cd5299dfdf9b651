/**
 * A section flattened: its headings, its lines with the block each belongs to, its tables.
 * What the dialect reads is lines; markdown decides which of them are headings, quotes, tables and list items.
 */
import type { Heading, List, RootContent, Table, TableCell as TableCellNode } from 'mdast';
import type { Span, Spanned } from '../model/span';
import { rawLinesOf } from './lines';
import { parseMarkdown } from './markdown';
import { sectionsOf } from './sections';

export type LineKind = 'blank' | 'text' | 'quote' | 'rule' | 'table' | 'heading';

export interface PartLine extends Span {
  readonly kind: LineKind;
  /** Columns of white space before the first visible character; a tab reaches to the next multiple of four. */
  readonly indent: number;
  readonly marker: 'none' | 'bullet' | 'number';
  /** Offset of the first character behind indentation, list marker and quote marks. */
  readonly contentStart: number;
}

export interface TableRow {
  readonly line: Span;
  readonly cells: readonly Spanned<string>[];
}

export interface PartTable {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

export interface PartHeading {
  readonly level: number;
  readonly line: Span;
  /** The text without hashes and surrounding blanks. */
  readonly content: Span;
}

/** A heading with everything up to the next heading of any level; the first part of a file may have none. */
export interface Part {
  readonly heading: PartHeading | undefined;
  readonly lines: readonly PartLine[];
  readonly tables: readonly PartTable[];
}

/**
 * Parses one section, or the whole masked text: the parts are the same. Offsets are relative to `text`. What is longer
 * than `longest` units is parsed in pieces.
 */
export function partsOf(text: string, longest?: number): readonly Part[] {
  const pieces = sectionsOf(text, 0, longest);
  return pieces.length === 1
    ? splitAtHeadings(text, marksOf(text))
    : splitAtHeadings(
        text,
        mergedMarks(pieces.map((p) => ({ start: p.start, marks: marksOf(p.text) }))),
      );
}

/** As {@link partsOf}, with one parse of everything: the oracle that cutting is compared with. */
export function partsOfWhole(text: string): readonly Part[] {
  return splitAtHeadings(text, marksOf(text));
}

/** What markdown says about lines, by the offset of the line's first unit. */
interface Marks {
  readonly kinds: ReadonlyMap<number, LineKind>;
  /** Offsets where list items start. */
  readonly items: ReadonlySet<number>;
  readonly headings: ReadonlyMap<number, PartHeading>;
  readonly tables: ReadonlyMap<number, PartTable>;
}

function marksOf(text: string): Marks {
  const lines = rawLinesOf(text);
  const kinds = new Map<number, LineKind>();
  const items = new Set<number>();
  const headings = new Map<number, PartHeading>();
  const tables = new Map<number, PartTable>();
  const lineSpan = (number: number): Span => {
    const line = lines[number - 1];
    return { start: line?.start ?? 0, end: line?.end ?? text.length };
  };
  const mark = (node: RootContent, kind: LineKind) => {
    const { start, end } = positionOf(node);
    for (let n = start.line; n <= end.line; n++) kinds.set(lineSpan(n).start, kind);
  };
  const visit = (node: RootContent, nested: boolean): void => {
    switch (node.type) {
      case 'heading':
        if (nested) return;
        mark(node, 'heading');
        headings.set(
          lineSpan(positionOf(node).start.line).start,
          headingOf(node, lineSpan(positionOf(node).start.line)),
        );
        return;
      case 'thematicBreak':
        if (!nested) mark(node, 'rule');
        return;
      case 'blockquote':
        mark(node, 'quote');
        return;
      case 'table':
        mark(node, 'table');
        // In a list item it belongs to the item's text and holds no tasks.
        if (nested) return;
        tables.set(lineSpan(positionOf(node).start.line).start, tableOf(text, node, lineSpan));
        return;
      case 'list':
        visitList(node);
        return;
      default:
        return;
    }
  };
  const visitList = (list: List): void => {
    for (const item of list.children) {
      items.add(item.position?.start.offset ?? -1);
      for (const child of item.children) visit(child, true);
    }
  };
  for (const node of parseMarkdown(text).children) visit(node, false);
  return { kinds, items, headings, tables };
}

/** First and last line of a node, 1-based. The parser gives every node its place; the fallback only satisfies the types. */
function positionOf(node: RootContent): { start: { line: number }; end: { line: number } } {
  return node.position ?? { start: { line: 1 }, end: { line: 1 } };
}

function headingOf(node: Heading, line: Span): PartHeading {
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  return { level: node.depth, line, content: { start: first ?? line.end, end: last ?? line.end } };
}

function tableOf(text: string, node: Table, lineSpan: (line: number) => Span): PartTable {
  const rows = node.children.map((row) => ({
    line: lineSpan(row.position?.start.line ?? 1),
    cells: row.children.map((cell) => cellOf(text, cell)),
  }));
  return { header: rows[0] ?? { line: { start: 0, end: 0 }, cells: [] }, rows: rows.slice(1) };
}

/** As written, markup included: what is read from a cell has its exact place only then. */
function cellOf(text: string, cell: TableCellNode): Spanned<string> {
  const start = cell.children[0]?.position?.start.offset ?? cell.position?.start.offset ?? 0;
  const end = cell.children.at(-1)?.position?.end.offset ?? start;
  return { value: text.slice(start, end), span: { start, end } };
}

function mergedMarks(pieces: readonly { readonly start: number; readonly marks: Marks }[]): Marks {
  const kinds = new Map<number, LineKind>();
  const items = new Set<number>();
  const headings = new Map<number, PartHeading>();
  const tables = new Map<number, PartTable>();
  for (const { start, marks } of pieces) {
    for (const [at, kind] of marks.kinds) kinds.set(at + start, kind);
    for (const at of marks.items) items.add(at + start);
    for (const [at, heading] of marks.headings)
      headings.set(at + start, shiftSpans(heading, start));
    for (const [at, table] of marks.tables) tables.set(at + start, shiftSpans(table, start));
  }
  return { kinds, items, headings, tables };
}

function splitAtHeadings(text: string, marks: Marks): Part[] {
  const parts: { heading: PartHeading | undefined; lines: PartLine[]; tables: PartTable[] }[] = [];
  for (const raw of rawLinesOf(text)) {
    // Behind the last line break there is no line: in a section the next heading stands there.
    if (raw.start === text.length && text.length > 0) break;
    const heading = marks.headings.get(raw.start);
    if (heading || parts.length === 0) parts.push({ heading, lines: [], tables: [] });
    const part = parts.at(-1) as (typeof parts)[number];
    if (heading) continue;
    part.lines.push(lineOf(text, raw, marks));
    const table = marks.tables.get(raw.start);
    if (table) part.tables.push(table);
  }
  return parts;
}

function lineOf(text: string, raw: Span, marks: Marks): PartLine {
  let at = raw.start;
  let indent = 0;
  for (; at < raw.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32) indent++;
    else if (unit === 9) indent += 4 - (indent % 4);
    else break;
  }
  const kind = marks.kinds.get(raw.start) ?? (at === raw.end ? 'blank' : 'text');
  const line = text.slice(at, raw.end);
  if (kind === 'quote')
    return {
      ...raw,
      kind,
      indent,
      marker: 'none',
      contentStart: at + (/^[>\s]*/.exec(line)?.[0].length ?? 0),
    };
  const marker = marks.items.has(at) ? /^(?:([-*+])|\d{1,9}[.)])(?:[ \t]+|$)/.exec(line) : null;
  if (!marker) return { ...raw, kind, indent, marker: 'none', contentStart: at };
  return {
    ...raw,
    kind,
    indent,
    marker: marker[1] ? 'bullet' : 'number',
    contentStart: at + marker[0].length,
  };
}

/** A copy of plain data in which every `start`/`end` pair is moved by `delta`. */
export function shiftSpans<T>(value: T, delta: number): T {
  return delta === 0 ? value : (shifted(value, delta) as T);
}

/** The spread keeps the shape of the object, which makes the copy, and everything that reads it, several times faster. */
function shifted(value: unknown, delta: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shifted(item, delta));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item === 'number') {
      if (key === 'start' || key === 'end' || key === 'contentStart') copy[key] = item + delta;
    } else if (typeof item === 'object') copy[key] = shifted(item, delta);
  }
  return copy;
}
