/** Letting a task no longer wait for something. */
import { firmTargets } from '../graph/dependencyGraph';
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { holdsSpan } from '../model/span';
import type { Reference } from '../model/reference';
import type { TaskKey } from '../model/taskKey';
import { checkedEdit } from './checkedEdit';
import { factsBesideWaits, referenceFacts } from './documentFacts';
import { fieldOfReference, noneWord, sharesWords } from './dependencyWords';
import type { EditContext } from './editContext';
import { lineAround, wholeLines } from './lines';
import { removal } from './removeField';
import { findTarget, type TaskTarget } from './taskTarget';
import { type EditResult, type Refusal, refused, type TextEdit } from './textEdit';

export interface NoDependencyIntent extends TaskTarget {
  /** Either the task that is not to be waited for any more … */
  readonly on?: TaskKey;
  /** … or the index of the reference that is to go. */
  readonly reference?: number;
}

/** The edits that take one reference out; a refusal when it cannot be told from its neighbours. */
export function removeDependency(context: EditContext, intent: NoDependencyIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration, at } = target;
  const index = intent.reference ?? referenceTo(context, intent, at);
  const reference = declaration.references[index ?? -1];
  if (!reference) return refused(`\`${declaration.id.value}\` does not wait for that.`);
  if (sharesWords(declaration.references, reference))
    return refused(`\`${reference.text.value}\` shares its words with others. Edit them by hand.`);
  const edits = removalEdits(document, declaration, reference);
  if ('kind' in edits) return edits;
  const description = `Let ${declaration.id.value} no longer wait for ${reference.text.value}`;
  return checkedEdit(context, document, description, edits, {
    changed: new Map([
      [
        at,
        (after, before, documents) => {
          const left = before.references.filter((r) => r !== reference).map(referenceFacts);
          return (
            JSON.stringify(left) === JSON.stringify(after.references.map(referenceFacts)) &&
            before.status.value === after.status.value &&
            factsBesideWaits(documents.before, before) === factsBesideWaits(documents.after, after)
          );
        },
      ],
    ]),
  });
}

/** The reference that means exactly this task; one that means a whole phase has to be named itself. */
function referenceTo(
  { state }: EditContext,
  { key, on }: NoDependencyIntent,
  declaration: number,
): number | undefined {
  const found = (state.graph.byTask.get(key) ?? []).find(
    (d) =>
      d.declaration === declaration &&
      on !== undefined &&
      firmTargets(d.resolution).length === 1 &&
      firmTargets(d.resolution)[0] === on,
  );
  return found?.reference;
}

function removalEdits(
  document: QueueDocument,
  declaration: Declaration,
  reference: Reference,
): readonly TextEdit[] | Refusal {
  if (reference.via === 'status') return [fromStatus(document, declaration, reference)];
  const field = fieldOfReference(declaration, reference);
  const isValue = field !== undefined && holdsSpan(field.value.span, reference.item);
  const beside = declaration.references.filter(
    (r) => r !== reference && r.via === 'field' && fieldOfReference(declaration, r) === field,
  );
  if (isValue) return [fromList(document, field.value.span, reference, noneWord(document))];
  if (!field) return fromSubsection(document, reference, beside);
  const { uri, text } = document;
  const line = lineAround(text, reference.item.start);
  const gone = removal(uri, text, wholeLines(text, line));
  if (field.items.length > 1) return [gone];
  const at = field.value.span.start;
  const lead = /[ \t]$/.test(text.slice(0, at)) ? '' : ' ';
  const none = {
    uri,
    span: { start: at, end: at },
    expected: '',
    newText: lead + noneWord(document),
  };
  return [none, gone];
}

/** One item of `a, b, c` with one of its commas; the word for none in place of the last one. */
function fromList(
  { uri, text }: QueueDocument,
  list: { readonly start: number; readonly end: number },
  { item }: Reference,
  none: string,
): TextEdit {
  const behind = /^[ \t]*[,;][ \t]*/.exec(text.slice(item.end, list.end))?.[0];
  const before = /[ \t]*[,;][ \t]*$/.exec(text.slice(list.start, item.start))?.[0];
  if (before !== undefined)
    return removal(uri, text, { start: item.start - before.length, end: item.end });
  if (behind !== undefined)
    return removal(uri, text, { start: item.start, end: item.end + behind.length });
  return { uri, span: list, expected: text.slice(list.start, list.end), newText: none };
}

function fromSubsection(
  { uri, text }: QueueDocument,
  reference: Reference,
  beside: readonly Reference[],
): readonly TextEdit[] | Refusal {
  const line = lineAround(text, reference.item.start);
  const isBullet = /^[ \t]*[-*+][ \t]/.test(text.slice(line.start, line.end));
  if (!isBullet || beside.length === 0)
    return refused(`\`${reference.text.value}\` stands in a section of its own. Edit it by hand.`);
  return [removal(uri, text, wholeLines(text, line))];
}

/** `pending (after a, b)`: one of several, or the whole note. */
function fromStatus(
  document: QueueDocument,
  { references }: Declaration,
  reference: Reference,
): TextEdit {
  const { uri, text } = document;
  const line = lineAround(text, reference.item.start);
  const open = text.lastIndexOf('(', reference.item.start);
  const close = text.indexOf(')', reference.item.end);
  const note = { start: Math.max(line.start, open), end: close < 0 ? line.end : close + 1 };
  const others = references.some((r) => r !== reference && holdsSpan(note, r.item));
  if (others) return fromList(document, { start: note.start, end: note.end - 1 }, reference, '');
  let { start } = note;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  return removal(uri, text, { start, end: note.end });
}
