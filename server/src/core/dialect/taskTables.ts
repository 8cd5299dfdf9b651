/** Tables whose rows are tasks, stories or epics (D5), and tables that show slots (3.7, C3). */
import type { TaskKind } from '../model/declaration';
import type { Field } from '../model/field';
import type { Span, Spanned } from '../model/span';
import type { PartTable, TableRow } from '../parse/parts';
import { leadingEmojiLength } from '../text/emoji';
import { fieldKeyOf } from './fieldKeys';
import { idAtStart, isTaskId } from './taskId';

export interface TaskRow {
  readonly id: Spanned<string>;
  readonly kind: TaskKind;
  readonly line: Span;
  readonly title: Spanned<string> | undefined;
  /** The cell of the Status column; nothing when the table has none. */
  readonly status: Spanned<string> | undefined;
  readonly fields: readonly Field[];
}

export interface TaskTable {
  readonly rows: readonly TaskRow[];
  readonly hasStatus: boolean;
}

export interface SlotTable {
  /** The header row: the slot line of a table (C6). */
  readonly line: Span;
  /** A row of a slot table is a slot; a row of a worker table only somebody at work. */
  readonly counts: 'slots' | 'workers';
  readonly rows: readonly {
    readonly line: Span;
    readonly id: Spanned<string> | undefined;
    readonly filled: boolean;
  }[];
}

const always = new Set(['task id', 'bead id', 'task']);
const withStatus = new Set([
  'id',
  'story',
  'story id',
  'epic',
  'epic id',
  'component',
  'job',
  'job id',
]);

/** The table as one of tasks, or nothing when its first header cell says otherwise. */
export function readTaskTable(text: string, table: PartTable): TaskTable | undefined {
  const names = table.header.cells.map((cell) => bare(cell.value).toLowerCase());
  const first = names[0] ?? '';
  const statusAt = names.indexOf('status');
  if (!always.has(first) && !(withStatus.has(first) && statusAt >= 0)) return undefined;
  const kind: TaskKind = first.startsWith('story')
    ? 'story'
    : first.startsWith('epic')
      ? 'epic'
      : 'task';
  return {
    hasStatus: statusAt >= 0,
    rows: table.rows.flatMap((row) => readRow(text, row, table.header, kind, statusAt)),
  };
}

function readRow(
  text: string,
  row: TableRow,
  header: TableRow,
  kind: TaskKind,
  statusAt: number,
): TaskRow[] {
  const id = idOfCell(text, row.cells[0]);
  if (!id) return [];
  const fields = row.cells.flatMap((cell, i): Field[] => {
    const name = header.cells[i];
    const key = name && i > 0 ? fieldKeyOf(bare(name.value)) : 'other';
    if (!name || key === 'other' || cell.value === '') return [];
    return [{ key, name, value: cell, line: row.line, items: [], direct: true }];
  });
  const title = fields.find((f) => f.key === 'title' || f.key === 'description')?.value;
  const cell = statusAt >= 0 ? row.cells[statusAt] : undefined;
  const status = cell && { value: bare(cell.value), span: cell.span };
  const known =
    kind === 'task' && /^(?:US|EPIC)-/.test(id.value)
      ? id.value.startsWith('US')
        ? 'story'
        : 'epic'
      : kind;
  return [{ id, kind: known, line: row.line, title, status, fields }];
}

/** The id of a cell without bold, backticks, leading emoji and a trailing parenthesis; nothing for any other text. */
function idOfCell(text: string, cell: Spanned<string> | undefined): Spanned<string> | undefined {
  if (!cell) return undefined;
  const value = bare(cell.value);
  const word = bare(value.slice(leadingEmojiLength(value)).replace(/[ \t]*\([^()]*\)[ \t]*$/, ''));
  return isTaskId(word) ? exactly(text, cell, word) : undefined;
}

/** The table as one of slots: its first header cell is Slot or Worker. */
export function readSlotTable(text: string, table: PartTable): SlotTable | undefined {
  const names = table.header.cells.map((cell) => bare(cell.value).toLowerCase());
  const first = /^(slot|worker)s?$/.exec(names[0] ?? '')?.[1];
  if (first === undefined) return undefined;
  const taskAt = names.findIndex((name) =>
    /^(?:task|task id|current task|job|assigned(?: to)?|assignment)$/.test(name),
  );
  const rows = table.rows.map((row) => {
    const cell = taskAt >= 0 ? row.cells[taskAt] : undefined;
    // A worker named after its task: `worker-p2-1`.
    const named = /^[*_`]*worker-/i.test(row.cells[0]?.value ?? '') ? row.cells[0] : undefined;
    const id = idAtCellStart(text, cell) ?? idAtCellStart(text, named);
    const available = row.cells.some((c) => /\b(?:available|free|idle|empty)\b/i.test(c.value));
    return { line: row.line, id, filled: id !== undefined && !available };
  });
  return { line: table.header.line, counts: first === 'slot' ? 'slots' : 'workers', rows };
}

function idAtCellStart(
  text: string,
  cell: Spanned<string> | undefined,
): Spanned<string> | undefined {
  if (!cell) return undefined;
  const value = bare(cell.value);
  const id = idAtStart(bare(value.slice(leadingEmojiLength(value))));
  return id === undefined ? undefined : exactly(text, cell, id);
}

/** Without markup and blanks at both ends. */
function bare(text: string): string {
  return text.replace(/^[*_`~\s]+|[*_`~\s]+$/g, '');
}

/** Where the word stands in its cell; markup around it is left out. */
function exactly(text: string, cell: Spanned<string>, word: string): Spanned<string> {
  const at = text.indexOf(word, cell.span.start);
  const found = at >= 0 && at + word.length <= cell.span.end;
  return { value: word, span: found ? { start: at, end: at + word.length } : cell.span };
}
