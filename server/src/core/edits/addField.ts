/** Adding a field to a task that lacks it: in the task's own notation, at its usual place among the others. */
import { fieldKeyOf } from '../dialect/fieldKeys';
import type { Declaration } from '../model/declaration';
import type { Field, FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { fieldEnd } from './fieldExtent';
import { boxNotation, fieldLine, fileNotation, notationOf, recordCell } from './fieldNotation';
import { fieldNameOf } from './fileStyle';
import { eolOf, lineBefore } from './lines';
import { cellEdit, rowCellsAt } from './tableCells';
import { type Refusal, refused, type TextEdit } from './textEdit';

export interface NewField {
  readonly key: FieldKey;
  /** The name to write; by default what the file calls it. */
  readonly name?: string;
  readonly value: string;
}

/** The usual order of fields. */
const order: readonly FieldKey[] = [
  'task-id',
  'title',
  'status',
  'priority',
  'model',
  'type',
  'project',
  'phase',
  'dependencies',
  'parent',
  'worker',
  'started',
  'claimed',
  'completed',
  'progress',
];

/** The edit; a refusal where the form has no place for the field. */
export function addFieldEdit(
  document: QueueDocument,
  declaration: Declaration,
  field: NewField,
): TextEdit | Refusal {
  const name = field.name ?? fieldNameOf(document, field.key);
  if (name === undefined) return refused('A new field needs a name.');
  switch (declaration.form) {
    case 'heading':
    case 'task-heading':
    case 'task-id-field':
      return addedLine(document, declaration, field, name);
    case 'checkbox':
      return addedBelowBox(document, declaration, field, name);
    case 'pipe-record':
      return addedCell(document, declaration, field, name);
    case 'table-row':
      return filledCell(document, declaration, field, name);
    case 'status-bullet':
      return refused(
        `\`${declaration.id.value}\` is only a bullet and has no fields. Give the task a heading of its own.`,
      );
  }
}

function addedLine(
  document: QueueDocument,
  declaration: Declaration,
  field: NewField,
  name: string,
): TextEdit {
  const { uri, text } = document;
  const own = declaration.fields.filter((f) => f.direct);
  const [before, behind] = neighbours(own, field.key);
  const anchor = before ?? behind;
  const notation = anchor ? notationOf(text, anchor, own) : fileNotation(document);
  const at = before
    ? fieldEnd(text, declaration, before)
    : behind
      ? (lineBefore(text, behind.line.start)?.end ?? declaration.line.end)
      : declaration.line.end;
  return insertion(uri, at, `${eolOf(text)}${fieldLine(notation, name, field.value)}`);
}

/** The last field that usually stands before `key`, and the first one behind it. */
function neighbours(
  fields: readonly Field[],
  key: FieldKey,
): readonly [Field | undefined, Field | undefined] {
  const rank = rankOf(key);
  const before = fields.filter((f) => rankOf(f.key) <= rank);
  // A field without a usual place goes behind the ones that have one, not behind the long texts below them.
  const placed = before.filter((f) => order.includes(f.key));
  return [(placed.length > 0 ? placed : before).at(-1), fields[0]];
}

function rankOf(key: FieldKey): number {
  const rank = order.indexOf(key);
  return rank < 0 ? order.length : rank;
}

function addedBelowBox(
  document: QueueDocument,
  declaration: Declaration,
  field: NewField,
  name: string,
): TextEdit {
  const { uri, text } = document;
  const own = declaration.fields;
  const last = own.at(-1);
  const notation = last ? notationOf(text, last, [last]) : boxNotation(document);
  const at = last ? fieldEnd(text, declaration, last) : declaration.line.end;
  return insertion(uri, at, `${eolOf(text)}${fieldLine(notation, name, field.value)}`);
}

function addedCell(
  document: QueueDocument,
  { line }: Declaration,
  { value }: NewField,
  name: string,
): TextEdit | Refusal {
  if (/[|]/.test(value)) return refused('A value in a record cannot hold a `|`.');
  const { uri, text } = document;
  const words = text.slice(line.start, line.end).trimEnd();
  const lead = words.endsWith('|') ? '' : '|';
  return insertion(uri, line.start + words.length, lead + recordCell(document, name, value));
}

function filledCell(
  document: QueueDocument,
  { line, id }: Declaration,
  { key, value }: NewField,
  name: string,
): TextEdit | Refusal {
  if (/[|]/.test(value)) return refused('A value in a table cannot hold a `|`.');
  const row = rowCellsAt(document.text, line);
  const at =
    row?.header.findIndex((h, i) =>
      key === 'other' ? h.toLowerCase() === name.toLowerCase() : i > 0 && fieldKeyOf(h) === key,
    ) ?? -1;
  const cell = row?.cells[at];
  return cell
    ? cellEdit(document, cell, value)
    : refused(`The table of \`${id.value}\` has no column for ${name}.`);
}

function insertion(uri: string, at: number, newText: string): TextEdit {
  return { uri, span: { start: at, end: at }, expected: '', newText };
}
