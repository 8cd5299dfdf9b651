/** Where a task stands, when one place has to be named: the declaration whose status it has. */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { Task } from './task';

/** Line, fields and group of a task are those of this declaration; nothing when its queue is not among the documents. */
export function decidingDeclaration(
  documents: ReadonlyMap<string, QueueDocument>,
  task: Task,
): Declaration | undefined {
  return documents.get(task.uri)?.declarations[task.deciding];
}
