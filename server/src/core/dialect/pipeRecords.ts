/** Pipe records (D3): `id|status|title|Key: v|…`, one task a line, no markdown around it. */
import type { Field } from '../model/field';
import type { Span, Spanned } from '../model/span';
import type { PartLine } from '../parse/parts';
import { fieldKeyOf } from './fieldKeys';
import { spannedSlice } from './spannedSlice';
import { readStatus } from './statusLexicon';
import { isTaskId } from './taskId';

export interface PipeRecord {
  readonly id: Spanned<string>;
  readonly status: Spanned<string>;
  readonly title: Spanned<string> | undefined;
  readonly fields: readonly Field[];
  readonly line: Span;
}

/** The records among the lines: text lines outside tables whose second cell is a known status. */
export function pipeRecordsOf(text: string, lines: readonly PartLine[]): readonly PipeRecord[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'text' || line.marker !== 'none' || text.charAt(line.contentStart) === '|')
      return [];
    const record = readRecord(text, line);
    return record ? [record] : [];
  });
}

function readRecord(text: string, line: PartLine): PipeRecord | undefined {
  const cells = splitCells(text, line);
  const [id, status] = cells;
  if (!id || !status || !isTaskId(id.value) || readStatus(status.value).status === undefined)
    return undefined;
  const whole: Span = { start: line.start, end: line.end };
  const third = cells[2] && !keyed(cells[2]) && cells[2].value !== '' ? cells[2] : undefined;
  const fields = cells.slice(2).flatMap((cell) => fieldOfCell(cell, whole));
  return { id, status, title: third, fields, line: whole };
}

function splitCells(text: string, line: PartLine): Spanned<string>[] {
  const cells: Spanned<string>[] = [];
  let from = line.contentStart;
  for (let i = from; i <= line.end; i++) {
    if (i < line.end && text.charAt(i) !== '|') continue;
    cells.push(spannedSlice(text, from, i));
    from = i + 1;
  }
  return cells;
}

const key = /^(?:\*\*)?([A-Za-z][A-Za-z0-9 /-]{0,40}?)(?::\*\*|\*\*:|:)(?:[ \t]+|$)/;

function keyed(cell: Spanned<string>): boolean {
  return key.test(cell.value);
}

function fieldOfCell(cell: Spanned<string>, line: Span): Field[] {
  const match = key.exec(cell.value);
  if (!match) return [];
  const nameStart = cell.span.start + match[0].indexOf(match[1] as string);
  const name = {
    value: match[1] as string,
    span: { start: nameStart, end: nameStart + (match[1] as string).length },
  };
  const value = spannedSlice(cell.value, match[0].length, cell.value.length);
  const span = { start: cell.span.start + value.span.start, end: cell.span.start + value.span.end };
  return [
    {
      key: fieldKeyOf(name.value),
      name,
      value: { value: value.value, span },
      line,
      items: [],
      direct: true,
    },
  ];
}
