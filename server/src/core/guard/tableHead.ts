/** The header of the table that a row stands in. */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { lineAt } from '../text/lineTable';

export interface TableHead {
  /** Offset of the header row. */
  readonly at: number;
  /** Header and delimiter row with their line breaks, as written. */
  readonly text: string;
  /** Equal for tables with the same columns. */
  readonly key: string;
}

const delimiter = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/;

/** Nothing for a task that is no table row. */
export function tableHeadOf(document: QueueDocument, row: Declaration): TableHead | undefined {
  if (row.form !== 'table-row') return undefined;
  const { lines, text } = document;
  const textOf = (line: number): string =>
    text.slice(lines.starts[line], lines.starts[line + 1] ?? text.length);
  for (let line = lineAt(lines, row.line.start) - 1; line > 0; line--) {
    const words = textOf(line).replace(/[\r\n]+$/, '');
    if (words.trim() === '') return undefined;
    if (!delimiter.test(words)) continue;
    const header = textOf(line - 1);
    const key = header.toLowerCase().replace(/\s+/g, ' ').trim();
    return { at: lines.starts[line - 1] ?? 0, text: header + textOf(line), key };
  }
  return undefined;
}
