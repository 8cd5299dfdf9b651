/** Making the mark in a heading agree with the Status field below it. */
import type { Part } from './documentFacts';
import { declarationFacts } from './documentFacts';
import { checkedEdit } from './checkedEdit';
import type { EditContext } from './editContext';
import { statusStyleOf } from './fileStyle';
import { markBesideField } from './headingMark';
import { findTarget, type TaskTarget } from './taskTarget';
import type { EditResult } from './textEdit';

const markOnly: ReadonlySet<Part> = new Set<Part>(['mark']);

/** The edits; none when heading and field agree. */
export function setHeadingMark(context: EditContext, target: TaskTarget): EditResult {
  const found = findTarget(context, target);
  if (found.kind === 'refused') return found;
  const { document, declaration, at } = found;
  const description = `Correct the mark of ${declaration.id.value}`;
  const { value } = declaration.status;
  const edit =
    value === 'unknown'
      ? undefined
      : markBesideField(document, declaration, value, statusStyleOf(document));
  return checkedEdit(context, document, description, edit ? [edit] : [], {
    changed: new Map([
      [
        at,
        (after, before, documents) =>
          declarationFacts(documents.after, after, markOnly) ===
          declarationFacts(documents.before, before, markOnly),
      ],
    ]),
  });
}
