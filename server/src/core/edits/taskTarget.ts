/** Which declaration an edit is about. */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { idInKey, type TaskKey } from '../model/taskKey';
import { fileDamage } from './damage';
import type { EditContext } from './editContext';
import { type Refusal, refused } from './textEdit';

/** A task, and where it is declared more than once, which declaration. */
export interface TaskTarget {
  readonly key: TaskKey;
  /** Index into `QueueDocument.declarations`. */
  readonly declaration?: number;
}

export interface FoundTarget {
  readonly kind: 'found';
  readonly document: QueueDocument;
  readonly declaration: Declaration;
  readonly at: number;
}

/** The declaration; a refusal when it is gone, or when several could be meant. */
export function findTarget({ state }: EditContext, target: TaskTarget): FoundTarget | Refusal {
  const task = state.index.tasks.get(target.key);
  const document = task && state.documents.get(task.uri);
  if (!task || !document)
    return refused(`No task \`${idInKey(target.key)}\` is declared any more.`);
  const damage = fileDamage(document);
  if (damage) return damage;
  const [first, second] = task.declarations;
  if (target.declaration === undefined && second !== undefined)
    return refused(
      `\`${task.id}\` is declared ${task.declarations.length} times. Remove the repeats first, or change the one that is meant by hand.`,
    );
  const at = target.declaration ?? first ?? -1;
  const declaration = task.declarations.includes(at) ? document.declarations[at] : undefined;
  return declaration
    ? { kind: 'found', document, declaration, at }
    : refused(`\`${task.id}\` is no longer declared there.`);
}
