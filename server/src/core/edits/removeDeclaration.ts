/** Removing one of several declarations of a task. Never a task's last one, and never by itself: only when asked for. */
import { holdsSpan } from '../model/span';
import { checkedEdit } from './checkedEdit';
import { cutOf, wordsOf } from './blocks';
import type { EditContext } from './editContext';
import { findTarget, type TaskTarget } from './taskTarget';
import { type EditResult, refused } from './textEdit';

/** The edits that cut a repeat with everything that belongs to it. */
export function removeDeclaration(context: EditContext, intent: Required<TaskTarget>): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration, at } = target;
  const { uri, text, declarations } = document;
  const id = declaration.id.value;
  if ((context.state.index.tasks.get(intent.key)?.declarations.length ?? 0) < 2)
    return refused(`This is the only declaration of \`${id}\`.`);
  const words = wordsOf(document, declaration);
  const within = declarations.find((d) => d !== declaration && holdsSpan(words, d.line));
  if (within) return refused(`\`${within.id.value}\` stands within it. Move that out first.`);
  const span = cutOf(document, declaration);
  const edit = { uri, span, expected: text.slice(span.start, span.end), newText: '' };
  return checkedEdit(context, document, `Remove a repeat of ${id}`, [edit], {
    removed: new Set([at]),
  });
}
