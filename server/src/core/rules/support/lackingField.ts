/** Tasks in which no block has a field that a worker needs: told once, at the first block that counts. */
import type { Declaration } from '../../model/declaration';
import type { QueueDocument } from '../../model/queueDocument';
import type { QueueState } from '../../state';
import { hasFields } from './hasFields';
import { declaredTasks, isEffective, type DeclaredTask } from './declaredTasks';

/** Leaf tasks of one of the statuses that `has` finds in none of their declarations; managers coordinate and need none. */
export function tasksLacking(
  state: QueueState,
  document: QueueDocument,
  statuses: readonly DeclaredTask['task']['status'][],
  has: (declaration: Declaration) => boolean,
): readonly Declaration[] {
  const told = new Set<string>();
  return declaredTasks(state, document).flatMap((declared) => {
    const { declaration, task } = declared;
    if (!statuses.includes(task.status) || task.isManager || told.has(task.key)) return [];
    if (!isEffective(declared) || !hasFields(document, declaration)) return [];
    told.add(task.key);
    const all = task.declarations.flatMap((at) => document.declarations[at] ?? []);
    return all.some(has) ? [] : [declaration];
  });
}
