/** A table of slots: freeing the rows of tasks that are not in progress, and giving free rows to those that are. */
import { idAtStart } from '../dialect/taskId';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { leadingEmojiLength } from '../text/emoji';
import { nextLine } from './lines';
import { cellEdit, type RowCells, rowCellsAt } from './tableCells';
import { type Refusal, refused, type TextEdit } from './textEdit';

const free = /\b(?:available|free|idle|empty)\b/i;
const taskColumn = /^(?:task|task id|current task|job|assigned(?: to)?|assignment)$/i;

interface SlotRow extends RowCells {
  readonly id: string | undefined;
  readonly isFilled: boolean;
}

/**
 * The edits that let the first slot table at or behind `from` hold exactly these tasks. `meantBy`
 * tells which task the words of a row mean.
 */
export function slotTableEdits(
  document: QueueDocument,
  from: number,
  ids: readonly string[],
  meantBy: (id: string) => string | undefined,
): readonly TextEdit[] | Refusal {
  const { text } = document;
  const rows = slotRows(text, from);
  const taskAt = rows[0]?.header.findIndex((name) => taskColumn.test(name)) ?? -1;
  if (taskAt < 0) return refused('The table of slots has no column for tasks.');
  const read = rows.map((row) => readRow(text, row, taskAt));
  const held = (row: SlotRow): string | undefined =>
    row.isFilled && row.id !== undefined ? (meantBy(row.id) ?? row.id).toLowerCase() : undefined;
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  // Which worker a task is given to is not ours to say: rows of workers are only given up.
  const isOfWorkers = /^worker/i.test(rows[0]?.header[0] ?? '');
  const missing = ids.filter(
    (id) => !isOfWorkers && !read.some((row) => held(row) === id.toLowerCase()),
  );
  const edits: TextEdit[] = [];
  for (const row of read) {
    const holder = held(row);
    if (holder !== undefined && wanted.delete(holder)) continue;
    const next = missing.shift();
    if (holder !== undefined) edits.push(...freed(document, row, read, next, taskAt));
    else if (next !== undefined) edits.push(...taken(document, row, next, taskAt));
  }
  return missing.length > 0
    ? refused(`The table has only ${read.length} slots, which is not enough for all in progress.`)
    : edits;
}

function slotRows(text: string, from: number): readonly RowCells[] {
  const rows: RowCells[] = [];
  for (let line = nextLine(text, from - 1); line; line = nextLine(text, line.end)) {
    const row = /\|/.test(text.slice(line.start, line.end)) ? rowCellsAt(text, line) : undefined;
    if (row && /^(?:slot|worker)s?$/i.test(row.header[0] ?? '')) rows.push(row);
    else if (rows.length > 0) break;
  }
  return rows;
}

function readRow(text: string, row: RowCells, taskAt: number): SlotRow {
  const words = wordsIn(text, row.cells[taskAt]);
  const id = idAtStart(words.slice(leadingEmojiLength(words)).replace(/^[*_`~]+/, ''));
  const isFree = row.cells.some((cell) => free.test(wordsIn(text, cell)));
  return { ...row, id, isFilled: id !== undefined && !isFree };
}

/** A row given up; what its other cells say of the old task goes with it. */
function freed(
  document: QueueDocument,
  row: SlotRow,
  rows: readonly SlotRow[],
  next: string | undefined,
  taskAt: number,
): readonly TextEdit[] {
  const example = rows.find((r) => !r.isFilled);
  return row.cells.flatMap((cell, at) => {
    if (at === 0 || wordsIn(document.text, cell) === '') return [];
    if (at === taskAt && next !== undefined) return [cellEdit(document, cell, next)];
    const like = next === undefined ? wordsIn(document.text, example?.cells[at]) : '';
    return [cellEdit(document, cell, like === '' ? '-' : like)];
  });
}

function taken(
  document: QueueDocument,
  row: SlotRow,
  id: string,
  taskAt: number,
): readonly TextEdit[] {
  return row.cells.flatMap((cell, at) => {
    if (at === taskAt) return [cellEdit(document, cell, id)];
    return free.test(wordsIn(document.text, cell)) ? [cellEdit(document, cell, 'in-progress')] : [];
  });
}

function wordsIn(text: string, cell: Span | undefined): string {
  return cell ? text.slice(cell.start, cell.end).trim() : '';
}
