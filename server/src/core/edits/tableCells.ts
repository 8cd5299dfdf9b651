/** The cells of a table row with their places, empty ones included, and the names above them. */
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { lineBefore } from './lines';
import type { TextEdit } from './textEdit';

export interface RowCells {
  /** Names of the columns, without markup. */
  readonly header: readonly string[];
  /** Between the pipes, blanks included. */
  readonly cells: readonly Span[];
}

const delimiter = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The cells of the row at `line`; nothing when no header stands above it. */
export function rowCellsAt(text: string, line: Span): RowCells | undefined {
  for (let above = lineBefore(text, line.start); above; above = lineBefore(text, above.start)) {
    const words = text.slice(above.start, above.end);
    if (words.trim() === '') return undefined;
    if (!delimiter.test(words)) continue;
    const header = lineBefore(text, above.start);
    if (!header) return undefined;
    const names = cellsOf(text, header).map(({ start, end }) =>
      text.slice(start, end).replace(/[*_`]/g, '').trim(),
    );
    return { header: names, cells: cellsOf(text, line) };
  }
  return undefined;
}

/** The edit that writes `value` into a cell, keeping the blanks beside it. */
export function cellEdit({ uri, text }: QueueDocument, cell: Span, value: string): TextEdit {
  const raw = text.slice(cell.start, cell.end);
  if (raw.trim() === '')
    return { uri, span: cell, expected: raw, newText: value === '' ? raw : ` ${value} ` };
  const start = cell.start + (raw.length - raw.trimStart().length);
  const span = { start, end: start + raw.trim().length };
  return { uri, span, expected: raw.trim(), newText: value };
}

function cellsOf(text: string, line: Span): readonly Span[] {
  const cells: Span[] = [];
  const words = text.slice(line.start, line.end).trimEnd();
  const end = line.start + words.length;
  let from = line.start + (/^[ \t]*\|?/.exec(words)?.[0].length ?? 0);
  for (let i = from; i < end; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === '|') {
      cells.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (from < end) cells.push({ start: from, end });
  return cells;
}
