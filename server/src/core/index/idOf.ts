/** What a task is called where only its key is at hand. */
import { idInKey, type TaskKey } from '../model/taskKey';
import type { QueueIndex } from './queueIndex';

/** The id as its queue writes it; in lower case when no queue declares the task any more. */
export function idOf({ tasks }: Pick<QueueIndex, 'tasks'>, key: TaskKey): string {
  return tasks.get(key)?.id ?? idInKey(key);
}
