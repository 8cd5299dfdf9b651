/** One capability next to its handler, so that they cannot drift apart. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { Engine } from '../session/engine';
import type { QueueSession } from '../session/queueSession';
import type { GitHistory } from '../workspace/gitHistory';
import type { Logger } from '../workspace/ports';
import type { WorkerFace } from './workersFeature';

export interface FeatureContext {
  readonly session: QueueSession;
  readonly logger: Logger;
  readonly engine: Engine;
  /** For workspaces that are trusted; absent where there is no git to ask. */
  readonly git: GitHistory | undefined;
  readonly workers: WorkerFace;
  /** The client draws its lenses again when it is told to. */
  readonly canRefreshLenses: () => boolean;
}

export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, context: FeatureContext): void;
}
