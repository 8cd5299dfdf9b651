/** The words of a task as they stand in its queue: what must not have changed when a spawn is written down. */
import type { Declaration } from '../model/declaration';
import type { FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { statedWords } from '../model/statedField';
import type { TaskKey } from '../model/taskKey';
import type { Task } from '../index/task';
import type { QueueState } from '../state';

export interface TaskBlock {
  readonly task: Task;
  readonly document: QueueDocument;
  /** The one whose status it has; edits refuse a task that has several. */
  readonly declaration: Declaration;
  readonly text: string;
}

/** Nothing when no queue has the task. */
export function taskBlockOf(state: QueueState, key: TaskKey): TaskBlock | undefined {
  const task = state.index.tasks.get(key);
  const document = task && state.documents.get(task.uri);
  const declaration = document?.declarations[task?.deciding ?? -1];
  if (!task || !document || !declaration) return undefined;
  const { start, end } = declaration.block;
  return { task, document, declaration, text: document.text.slice(start, end) };
}

/** What a field of the task says, without bold and backticks; nothing where it has none. */
export function fieldWords({ declaration }: TaskBlock, key: FieldKey): string | undefined {
  return plain(statedWords(declaration, key));
}

/** What its Attempt field says. */
export function attemptWords({ declaration }: TaskBlock): string | undefined {
  const field = declaration.fields.find(
    (f) => f.key === 'other' && f.name.value.toLowerCase() === 'attempt',
  );
  return plain(field?.value.value);
}

function plain(words: string | undefined): string | undefined {
  const trimmed = words?.replace(/[*`]/g, '').trim();
  return trimmed === '' ? undefined : trimmed;
}
