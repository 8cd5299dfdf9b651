/** The newest list of workers: the only thing that the client knows of them. */
import type { WorkerView } from '../../../server/src/protocol/workerMessages';

export class WorkerStore {
  #workers: readonly WorkerView[] = [];
  readonly #listeners = new Set<(workers: readonly WorkerView[]) => void>();

  /** Newest first. */
  get workers(): readonly WorkerView[] {
    return this.#workers;
  }

  /** The newest attempt of a task, or of one that has gone; the one that holds it, where one does. */
  of(key: string): WorkerView | undefined {
    const own = this.#workers.filter((worker) => (worker.key ?? worker.goneKey) === key);
    return own.find(({ isHeld }) => isHeld) ?? own[0];
  }

  /** Attempts that hold a slot although no queue has their task any more. */
  get gone(): readonly (WorkerView & { readonly goneKey: string })[] {
    return this.#workers.flatMap((worker) =>
      worker.goneKey !== undefined && worker.isHeld ? [{ ...worker, goneKey: worker.goneKey }] : [],
    );
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
