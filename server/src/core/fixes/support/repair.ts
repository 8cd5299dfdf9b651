/** Edits that repair damaged text, where the reading of before and after cannot be compared word by word. */
import type { EditContext } from '../../edits/editContext';
import { applyEdits, type EditResult, inOrder, refused, type TextEdit } from '../../edits/textEdit';
import type { ProblemCode } from '../../model/problem';
import type { QueueDocument } from '../../model/queueDocument';

/** The edits, unless a task would be lost or change its status, or the damage would stay. */
export function repaired(
  context: EditContext,
  document: QueueDocument,
  code: ProblemCode,
  edits: readonly TextEdit[],
): EditResult {
  const applied = applyEdits(document.text, edits);
  if (applied.kind === 'refused') return applied;
  const after = context.reread(document.uri, applied.text);
  const count = (d: QueueDocument): number => d.problems.filter((p) => p.code === code).length;
  if (count(after) >= count(document)) return refused('The damage would stay.');
  if (tasksOf(after) !== tasksOf(document)) return refused('A task would change its meaning.');
  return { kind: 'edits', description: `Repair ${code}`, edits: inOrder(edits) };
}

function tasksOf({ declarations }: QueueDocument): string {
  return declarations.map((d) => `${d.id.value.toLowerCase()} ${d.status.value}`).join('\n');
}
