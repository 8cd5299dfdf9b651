/** What the extension hands to others, our integration tests among them: reading only. */
import type { QueueSnapshot } from '../../server/src/protocol/snapshot';
import type { WorkerView } from '../../server/src/protocol/workerMessages';
import type { ServerState } from './serverState';
import type { QueueClient } from './languageClient';
import type { SnapshotStore } from './snapshotStore';
import type { QueueNode } from './tree/queueNode';
import type { QueueTree } from './tree/queueTree';
import type { GatewayToken } from './workers/gatewayToken';
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
  /** Whether a token is kept for the gateway that is set up; never the token. */
  hasGatewayToken(): Promise<boolean>;
}

/** The api over the living parts: every reading is of that moment. */
export function extensionApi(
  store: SnapshotStore,
  client: QueueClient,
  tree: QueueTree,
  workers: WorkerStore,
  token: GatewayToken,
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
    hasGatewayToken: () => token.isKept(),
  };
}
