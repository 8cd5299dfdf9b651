/** The language server over two streams in this process, and a client to talk to it. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  type ClientCapabilities,
  type ConfigurationParams,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
} from 'vscode-languageserver/node';
import type { GuardAdapters } from '../../server/src/lsp/guardQueueFeature';
import { startServer } from '../../server/src/lsp/server';
import type { OpenEngine } from '../../server/src/lsp/workerEngines';
import { snapshotNotification } from '../../server/src/protocol/requests';
import type { QueueSnapshot } from '../../server/src/protocol/snapshot';
import { coreEngine, type Engine } from '../../server/src/session/engine';
import type { Clock, Files } from '../../server/src/workspace/ports';
import { systemClock } from '../../server/src/workspace/systemClock';

/** Against hangs only, below the patience of a test: a busy machine is no failure. */
const waitLimitMs = 45_000;

export interface ServerOptions {
  readonly files: Files;
  readonly engine?: Engine;
  readonly clock?: Clock;
  readonly guard?: GuardAdapters;
  readonly openEngine?: OpenEngine;
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration`; left out, the client cannot be asked. */
  readonly settings?: (section: string, scopeUri: string | undefined) => unknown;
  readonly initialize?: Partial<InitializeParams>;
}

/** What the test sees of the server. */
export class InBandServer {
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly snapshots: QueueSnapshot[] = [];
  readonly log: string[] = [];
  readonly registrations: Registration[] = [];
  initializeResult: InitializeResult = { capabilities: {} };
  readonly #waiting = new Set<() => void>();

  constructor(readonly connection: ProtocolConnection) {}

  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Resolves when `isTrue`; fails after {@link waitLimitMs}, saying what was waited for. */
  async until(what: string, isTrue: () => boolean): Promise<void> {
    if (isTrue()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`waited in vain for ${what}; log:\n${this.log.join('\n')}`));
      }, waitLimitMs);
      const check = (): void => {
        if (!isTrue()) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  codes(uri: string): readonly string[] {
    return this.of(uri).map(({ code }) => String(code));
  }

  of(uri: string): readonly Diagnostic[] {
    return this.diagnostics.get(uri)?.diagnostics ?? [];
  }

  async untilCode(uri: string, code: string): Promise<void> {
    await this.until(`${code} in ${uri}`, () => this.codes(uri).includes(code));
  }

  async untilNoCode(uri: string, code: string): Promise<void> {
    await this.until(`no ${code} in ${uri}`, () => !this.codes(uri).includes(code));
  }

  async untilScanned(): Promise<QueueSnapshot> {
    await this.until('the end of the search', () => this.snapshots.at(-1)?.scanning === false);
    return this.snapshots.at(-1) as QueueSnapshot;
  }

  /** The files beside the queues have been read, too. */
  async untilRead(): Promise<QueueSnapshot> {
    await this.until('the end of reading', () => this.snapshots.at(-1)?.reading === false);
    return this.snapshots.at(-1) as QueueSnapshot;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }
}

const capabilities = (canConfigure: boolean): ClientCapabilities => ({
  workspace: {
    configuration: canConfigure,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: canConfigure },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
});

/** A running server that has been initialized. */
export async function startInBand(options: ServerOptions): Promise<InBandServer> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(
    createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    ),
    {
      engine: options.engine ?? coreEngine,
      files: options.files,
      clock: options.clock ?? systemClock,
      ...(options.guard === undefined ? {} : { guard: options.guard }),
      ...(options.openEngine === undefined ? {} : { openEngine: options.openEngine }),
    },
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const server = new InBandServer(connection);
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    server.diagnostics.set(params.uri, params);
    server.published.push(params);
    server.changed();
  });
  connection.onNotification(snapshotNotification, (snapshot: QueueSnapshot) => {
    server.snapshots.push(snapshot);
    server.changed();
  });
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    server.log.push(message);
    server.changed();
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    server.registrations.push(...registrations);
  });
  connection.onRequest(UnregistrationRequest.type, () => undefined);
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ section, scopeUri }) => options.settings?.(section ?? '', scopeUri) ?? null),
  );
  connection.listen();
  server.initializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: capabilities(options.settings !== undefined),
    workspaceFolders: (options.folders ?? []).map((uri) => ({
      uri,
      name: uri.split('/').pop() ?? uri,
    })),
    ...options.initialize,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return server;
}
