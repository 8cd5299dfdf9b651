/** Taking a field out of a task: its line with all that belongs to it, its cell, or its part of a line. */
import type { Declaration } from '../model/declaration';
import type { Field } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { holdsSpan, type Span } from '../model/span';
import { fieldEnd } from './fieldExtent';
import { wholeLines } from './lines';
import { cellEdit, rowCellsAt } from './tableCells';
import { type Refusal, refused, type TextEdit } from './textEdit';

/** The edit that removes the field; of a table row only the words of the cell. */
export function removeFieldEdit(
  document: QueueDocument,
  declaration: Declaration,
  field: Field,
): TextEdit | Refusal {
  const { uri, text } = document;
  if (declaration.form === 'table-row') return emptied(document, declaration, field);
  if (declaration.form === 'pipe-record') {
    const before = text.lastIndexOf('|', field.name.span.start);
    return before < declaration.line.start
      ? refused(`${field.name.value} was not found in its record.`)
      : removal(uri, text, { start: before, end: cellEnd(text, field) });
  }
  const beside = declaration.fields.filter((f) => f !== field && f.line.start === field.line.start);
  if (beside.length > 0) return removedPart(document, field, beside);
  return removal(
    uri,
    text,
    wholeLines(text, { start: field.line.start, end: fieldEnd(text, declaration, field) }),
  );
}

/** The edit that takes a span out, provided that its present text still stands there. */
export function removal(uri: string, text: string, span: Span): TextEdit {
  return { uri, span, expected: text.slice(span.start, span.end), newText: '' };
}

/** `**A:** x | **B:** y` without one of the two. */
function removedPart(
  { uri, text }: QueueDocument,
  field: Field,
  beside: readonly Field[],
): TextEdit | Refusal {
  const own = startOf(text, field);
  const next = beside.find((f) => f.name.span.start > field.name.span.start);
  if (next) return removal(uri, text, { start: own, end: startOf(text, next) });
  const previous = beside.at(-1);
  return previous
    ? removal(uri, text, { start: previous.value.span.end, end: field.value.span.end })
    : refused(`${field.name.value} cannot be told from its neighbours.`);
}

function startOf(text: string, field: Field): number {
  let { start } = field.name.span;
  while (text.charAt(start - 1) === '*') start--;
  return start;
}

function cellEnd(text: string, field: Field): number {
  const next = text.indexOf('|', field.value.span.end);
  return next < 0 || next > field.line.end ? field.value.span.end : next;
}

function emptied(document: QueueDocument, { line }: Declaration, field: Field): TextEdit | Refusal {
  const cell = rowCellsAt(document.text, line)?.cells.find((cell) =>
    holdsSpan(cell, field.value.span),
  );
  return cell
    ? cellEdit(document, cell, '')
    : refused(`The cell of ${field.name.value} was not found.`);
}
