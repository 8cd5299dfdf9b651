/** Giving a field of a task another value, adding the field where it is missing, or taking it away. */
import type { Declaration } from '../model/declaration';
import type { Field, FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { addFieldEdit } from './addField';
import { checkedEdit } from './checkedEdit';
import { declarationFacts, type Part } from './documentFacts';
import type { EditContext } from './editContext';
import { removeFieldEdit } from './removeField';
import { findTarget, type TaskTarget } from './taskTarget';
import { type EditResult, type Refusal, refused, type TextEdit } from './textEdit';

export interface FieldIntent extends TaskTarget {
  readonly field: FieldKey;
  /** The name to look for and to write: needed for `other`, else what the file calls the field. */
  readonly name?: string;
  /** One line; `undefined` removes the field. */
  readonly value: string | undefined;
}

const elsewhere: Readonly<Partial<Record<FieldKey, string>>> = {
  status: 'The status is set with its own command, so that heading and repeats follow.',
  dependencies: 'Dependencies are added and removed one by one.',
  'sub-tasks': 'A Sub-Tasks list is edited by hand.',
  'task-id': 'An id is changed by renaming the task.',
};

/** The edits that make a field say `value`. */
export function setField(context: EditContext, intent: FieldIntent): EditResult {
  const why = elsewhere[intent.field];
  return why === undefined ? writeField(context, intent) : refused(why);
}

/** The same for any field that is not spoken for. */
function writeField(context: EditContext, intent: FieldIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration, at } = target;
  const found = declaration.fields.find((f) => isMeant(f, intent));
  if (intent.value === undefined && declaration.fields.filter((f) => isMeant(f, intent)).length > 1)
    return refused(
      `\`${declaration.id.value}\` says ${found?.name.value ?? ''} more than once. Remove it by hand.`,
    );
  const edit = editOf(document, declaration, found, intent);
  if (edit !== undefined && 'kind' in edit) return edit;
  const { value } = intent;
  return checkedEdit(
    context,
    document,
    `${value === undefined ? 'Remove' : 'Set'} ${found?.name.value ?? intent.name ?? intent.field} of ${declaration.id.value}`,
    edit ? [edit] : [],
    {
      changed: new Map([
        [
          at,
          (after, before, documents) => {
            const now = after.fields.find((f) => isMeant(f, intent));
            const says = (now?.value.value ?? '').replace(/^(`|\*\*)(.*)\1$/, '$2');
            const asMeant = value === undefined ? now === undefined : says === value.trim();
            const except = partsOf(intent.field);
            const others = (document: QueueDocument, d: Declaration): string =>
              declarationFacts(
                document,
                d,
                except,
                (f) => f === d.fields.find((g) => isMeant(g, intent)),
              );
            return asMeant && others(documents.before, before) === others(documents.after, after);
          },
        ],
      ]),
    },
  );
}

function editOf(
  document: QueueDocument,
  declaration: Declaration,
  found: Field | undefined,
  { field, name, value }: FieldIntent,
): TextEdit | Refusal | undefined {
  if (value === undefined) return found && removeFieldEdit(document, declaration, found);
  if (/[\r\n]/.test(value)) return refused('A value is one line.');
  if (!found) {
    if (value === '') return undefined;
    return addFieldEdit(document, declaration, {
      key: field,
      value,
      ...(name === undefined ? {} : { name }),
    });
  }
  return valueEdit(document, declaration, found, value);
}

/** The edit that writes a value over the present one, in the same backticks or bold. */
export function valueEdit(
  { uri, text }: QueueDocument,
  declaration: Declaration,
  field: Field,
  value: string,
): TextEdit | Refusal {
  const { span } = field.value;
  if (field.items.length > 0)
    return refused(
      `${field.name.value} of \`${declaration.id.value}\` is written as a list. Edit it by hand.`,
    );
  if (/\|/.test(value) && (declaration.form === 'pipe-record' || declaration.form === 'table-row'))
    return refused('A value in a record or table cannot hold a `|`.');
  const expected = text.slice(span.start, span.end);
  if (expected === '') {
    const blank = /^[ \t]/.test(text.slice(span.start, span.start + 1));
    const at = span.start + (blank ? 1 : 0);
    const lead = blank || /[ \t]$/.test(text.slice(0, span.start)) ? '' : ' ';
    return {
      uri,
      span: { start: at, end: at },
      expected: '',
      newText: value === '' ? '' : lead + value,
    };
  }
  if (/<!--/.test(expected))
    return refused(
      `${field.name.value} of \`${declaration.id.value}\` holds a comment. Edit it by hand.`,
    );
  const wrap = /^(`|\*\*)(?!\s)([^`*]+)\1$/.exec(expected)?.[1];
  const newText =
    wrap !== undefined && value !== '' && !/[`*]/.test(value) ? wrap + value + wrap : value;
  return { uri, span, expected, newText };
}

function isMeant(field: Field, { field: key, name }: FieldIntent): boolean {
  return (
    field.key === key && (key !== 'other' || field.name.value.toLowerCase() === name?.toLowerCase())
  );
}

/** What hangs on a field besides the field itself. */
function partsOf(key: FieldKey): ReadonlySet<Part> {
  if (key === 'phase' || key === 'parent') return new Set(['place']);
  if (key === 'completed') return new Set(['status']);
  return new Set();
}
