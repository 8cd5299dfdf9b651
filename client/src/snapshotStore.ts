/** The newest snapshot of the queues: the only thing the client knows of them. */
import type { QueueSnapshot } from '../../server/src/protocol/snapshot';

export interface StoreState {
  readonly snapshot: QueueSnapshot;
  /** The server that drew it is gone, and no other one has drawn a new one. */
  readonly isStale: boolean;
}

const nothing: QueueSnapshot = { revision: 0, scanning: false, reading: false, queues: [] };

export class SnapshotStore {
  #state: StoreState = { snapshot: nothing, isStale: false };
  /** Revisions of an older server say nothing about those of the next one. */
  #isNewServer = true;
  readonly #listeners = new Set<(state: StoreState) => void>();

  get state(): StoreState {
    return this.#state;
  }

  /** Calls `listener` after every change; the result ends that. */
  onChange(listener: (state: StoreState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a snapshot, unless it is older than the present one, or a new server has seen less so far. */
  receive(snapshot: QueueSnapshot): void {
    if (this.#isNewServer && snapshot.scanning && this.#state.isStale) return;
    if (!this.#isNewServer && snapshot.revision <= this.#state.snapshot.revision) return;
    this.#isNewServer = false;
    this.#set({ snapshot, isStale: false });
  }

  /** The search for queues has begun, no server has answered yet. */
  setScanning(scanning: boolean): void {
    const { snapshot, isStale } = this.#state;
    if (!isStale && this.#isNewServer) this.#set({ snapshot: { ...snapshot, scanning }, isStale });
  }

  /** The server is gone: what is shown stays, marked as stale. */
  serverGone(): void {
    this.#isNewServer = true;
    const { snapshot } = this.#state;
    const isStale = snapshot.queues.length > 0;
    this.#set({ snapshot: { ...snapshot, scanning: false }, isStale });
  }

  #set(state: StoreState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
