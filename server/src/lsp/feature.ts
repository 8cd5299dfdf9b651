/** One capability next to its handler, so that they cannot drift apart. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { QueueSession } from '../session/queueSession';
import type { Logger } from '../workspace/ports';

export interface FeatureContext {
  readonly session: QueueSession;
  readonly logger: Logger;
}

export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, context: FeatureContext): void;
}
