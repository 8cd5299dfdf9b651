/** The newest list of workers: the only thing that the client knows of them. */
import type { WorkerView } from '../../../server/src/protocol/workerMessages';

export class WorkerStore {
  #workers: readonly WorkerView[] = [];
  readonly #listeners = new Set<(workers: readonly WorkerView[]) => void>();

  /** Newest first. */
  get workers(): readonly WorkerView[] {
    return this.#workers;
  }

  /** The newest attempt of a task; the one that holds it, where one does. */
  of(key: string): WorkerView | undefined {
    const own = this.#workers.filter((worker) => worker.key === key);
    return own.find(({ isHeld }) => isHeld) ?? own[0];
  }

  /** Calls `listener` after every change; the result ends that. */
  onChange(listener: (workers: readonly WorkerView[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Replaces the whole list and tells every listener, also when the list says the same. */
  receive(workers: readonly WorkerView[]): void {
    this.#workers = workers;
    for (const listener of this.#listeners) listener(workers);
  }
}
