/** Changing one field that is known by its index: a part of its value, or the whole line of a repeated one. */
import type { Declaration } from '../model/declaration';
import type { Field } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { checkedEdit, type DeclarationCheck } from './checkedEdit';
import { declarationFacts, type Part } from './documentFacts';
import type { EditContext } from './editContext';
import { removeFieldEdit } from './removeField';
import { findTarget, type TaskTarget } from './taskTarget';
import { type EditResult, refused } from './textEdit';

export interface FieldTarget extends TaskTarget {
  /** Index into the declaration's fields. */
  readonly index: number;
}

/** The edits that put other words into a part of a value. */
export function changeWithinField(
  context: EditContext,
  target: FieldTarget,
  span: Span,
  newText: string,
): EditResult {
  const found = findTarget(context, target);
  if (found.kind === 'refused') return found;
  const { document, declaration, at } = found;
  const field = declaration.fields[target.index];
  if (!field || span.start < field.value.span.start || field.value.span.end < span.end)
    return refused('The field is no longer there.');
  const { uri, text } = document;
  const expected = text.slice(span.start, span.end);
  const description = `Correct ${field.name.value} of ${declaration.id.value}`;
  const wanted =
    text.slice(field.value.span.start, span.start) +
    newText +
    text.slice(span.end, field.value.span.end);
  return checkedEdit(context, document, description, [{ uri, span, expected, newText }], {
    changed: new Map([
      [
        at,
        (after, before, documents) =>
          after.fields[target.index]?.value.value === wanted &&
          others(target.index, before, after, documents),
      ],
    ]),
  });
}

/** The edits that take one of several fields of one name away. */
export function removeRepeatedField(context: EditContext, target: FieldTarget): EditResult {
  const found = findTarget(context, target);
  if (found.kind === 'refused') return found;
  const { document, declaration, at } = found;
  const field = declaration.fields[target.index];
  if (!field || declaration.fields.filter((f) => f.key === field.key).length < 2)
    return refused('The field is no longer repeated.');
  const edit = removeFieldEdit(document, declaration, field);
  if ('kind' in edit) return edit;
  const description = `Remove a second ${field.name.value} of ${declaration.id.value}`;
  return checkedEdit(context, document, description, [edit], {
    changed: new Map([
      [
        at,
        (after, before, documents) =>
          after.fields.length === before.fields.length - 1 &&
          told(documents.before, before, field) === told(documents.after, after, undefined),
      ],
    ]),
  });
}

const open: ReadonlySet<Part> = new Set<Part>(['status', 'mark']);

function told(document: QueueDocument, declaration: Declaration, but: Field | undefined): string {
  return declarationFacts(document, declaration, open, (f) => f === but);
}

function others(
  index: number,
  before: Declaration,
  after: Declaration,
  documents: Parameters<DeclarationCheck>[2],
): boolean {
  return (
    told(documents.before, before, before.fields[index]) ===
    told(documents.after, after, after.fields[index])
  );
}
