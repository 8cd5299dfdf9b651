/** What a task is called where a command speaks of it by its key. Pure: no editor. */
import type { SnapshotStore } from '../snapshotStore';
import { allTasks } from '../tree/tasksIn';
import type { WorkerStore } from './workerStore';

/** The newest of queues and workers, such as commands have them. */
export interface NamesAtHand {
  readonly store: Pick<SnapshotStore, 'state'>;
  readonly workers: { readonly store: Pick<WorkerStore, 'of'> };
}

/** The id as the queue writes it, else as its attempt has it; "the task" where neither knows the key any more. */
export function taskName(key: string, { store, workers }: NamesAtHand): string {
  const tasks = allTasks(store.state.snapshot);
  const declared = tasks.find((task) => task.key === key);
  return declared?.id ?? workers.store.of(key)?.taskId ?? 'the task';
}
