/** Workers talk all the time; who draws their state wants to hear of that alone. */
import type { WorkerView } from '../../../server/src/protocol/workerMessages';
import type { WorkerStore } from './workerStore';

/** Calls `listener` when a worker is another, does something else or was seen in another minute; the result ends that. */
export function whenWorkersDiffer(store: WorkerStore, listener: () => void): () => void {
  let known = wordsOf(store.workers);
  return store.onChange((workers) => {
    const words = wordsOf(workers);
    if (words === known) return;
    known = words;
    listener();
  });
}

function wordsOf(workers: readonly WorkerView[]): string {
  return JSON.stringify(
    workers.map(({ attemptId, key, state, run, needsYou, lastSignAt }) => {
      const minute = lastSignAt === undefined ? undefined : Math.floor(lastSignAt / 60_000);
      return [attemptId, key, state, run, needsYou, minute];
    }),
  );
}
