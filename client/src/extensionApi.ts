/** What the extension hands to others, our integration tests among them: reading only. */
import type { QueueSnapshot } from '../../server/src/protocol/snapshot';
import type { WorkerView } from '../../server/src/protocol/workerMessages';
import type { ServerState } from './serverState';
import type { QueueClient } from './languageClient';
import type { SnapshotStore } from './snapshotStore';
import type { QueueNode } from './tree/queueNodes';
import type { QueueTree } from './tree/queueTree';
import type { WorkerStore } from './workers/workerStore';

export interface ExtensionApi {
  /** The newest picture of the queues. */
  readonly snapshot: QueueSnapshot;
  readonly isStale: boolean;
  readonly serverState: ServerState;
  /** What the tree shows, and the line above it. */
  readonly nodes: readonly QueueNode[];
  readonly treeMessage: string | undefined;
  readonly selection: readonly QueueNode[];
  /** Every worker, newest first. */
  readonly workers: readonly WorkerView[];
}

/** The api over the living parts: every reading is of that moment. */
export function extensionApi(
  store: SnapshotStore,
  client: QueueClient,
  tree: QueueTree,
  workers: WorkerStore,
): ExtensionApi {
  return {
    get snapshot() {
      return store.state.snapshot;
    },
    get isStale() {
      return store.state.isStale;
    },
    get serverState() {
      return client.state;
    },
    get nodes() {
      return tree.nodes;
    },
    get treeMessage() {
      return tree.message;
    },
    get selection() {
      return tree.selection;
    },
    get workers() {
      return workers.workers;
    },
  };
}
